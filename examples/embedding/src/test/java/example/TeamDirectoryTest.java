package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.OrganizationName;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamDirectoryTest {

    private final TeamDirectory directory = new TeamDirectory("thirty-two bytes or more of secret");

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void foundsEntersRenamesAndDeletes() {
        directory.found("Acme Corp", "admin@acme.com", "correct horse");
        Principal admin = directory.enter("admin@acme.com", "correct horse");

        var renamed = directory
                .organizations()
                .updateOrganization()
                .update(
                        admin,
                        new UpdateOrganization.Command(
                                Optional.empty(),
                                Optional.of(OrganizationName.parse("Acme Inc")),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(renamed.collection().value()).isEqualTo("org_acme_inc");

        directory.organizations().deleteOrganization().delete(admin, Optional.empty());
        assertThatThrownBy(() -> directory.enter("admin@acme.com", "correct horse"))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void refusesInTheCoresOwnWords() {
        directory.found("Acme Corp", "admin@acme.com", "correct horse");
        assertThatThrownBy(() -> directory.found("acme_corp", "other@acme.com", "correct horse"))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> directory.found("Beta", "no address", "correct horse"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> directory.enter("admin@acme.com", "wrong"))
                .isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.javalin.Javalin",
                "org.eclipse.jetty.server.Server",
                "com.mongodb.client.MongoClient",
                "ch.qos.logback.classic.Logger"
            })
    void isSparedWhatItDoesNotUse(String className) {
        assertThatThrownBy(() -> Class.forName(className)).isInstanceOf(ClassNotFoundException.class);
    }
}
