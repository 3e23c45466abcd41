package example.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import example.client.api.AdminsApi;
import example.client.api.HealthApi;
import example.client.api.OrganizationsApi;
import example.client.model.AccessToken;
import example.client.model.CreateOrganizationRequest;
import example.client.model.LogInRequest;
import example.client.model.Organization;
import example.client.model.Problem;
import example.client.model.UpOrDown;
import example.client.model.UpdateOrganizationRequest;
import io.orgstead.adapter.http.HttpAdapter;
import io.orgstead.adapter.http.HttpSettings;
import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.OrganizationManagement;
import java.time.InstantSource;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What openapi.json says is enough to write a program with. */
class GeneratedClientTest {

    private static final String EMAIL = "admin@acme.com";
    private static final String PASSWORD = "correct horse";

    private final SqliteAdapters store = SqliteAdapters.inMemory();
    private final SecurityAdapters security = SecurityAdapters.create(
            SecuritySettings.defaults(TokenSecret.ofText("x".repeat(32)))
                    .withBcryptCost(SecuritySettings.MIN_BCRYPT_COST),
            InstantSource.system());
    private final HttpAdapter server = HttpAdapter.start(
            OrganizationManagement.builder()
                    .organizations(store.organizations())
                    .admins(store.admins())
                    .tenantCollections(store.tenantCollections())
                    .healthProbe(store.healthProbe())
                    .passwordHasher(security.passwordHasher())
                    .tokenService(security.tokenService())
                    .idSource(security.idSource())
                    .clock(InstantSource.system())
                    .build(),
            HttpSettings.builder().port(0).build(),
            Optional.empty());
    private final ApiClient client = clientOf(server);
    private final OrganizationsApi organizations = new OrganizationsApi(client);

    @AfterEach
    void stop() {
        server.close();
        security.close();
        store.close();
    }

    @Test
    void livesThroughAnOrganizationsLife() throws ApiException {
        Organization created = organizations.createOrganization(acme());
        assertThat(created.getCollectionName()).isEqualTo("org_acme_corp");
        assertThat(created.getCreatedAt()).isNotNull();
        assertThat(organizations.getOrganization("acme_corp", null)).isEqualTo(created);

        AccessToken token =
                new AdminsApi(client).logIn(new LogInRequest().email(EMAIL).password(PASSWORD));
        OrganizationsApi authorized = authorizedBy(token);
        Organization renamed =
                authorized.updateOrganization(new UpdateOrganizationRequest().newOrganizationName("Acme Inc"));
        assertThat(renamed.getOrganizationId()).isEqualTo(created.getOrganizationId());
        assertThat(renamed.getOrganizationName()).isEqualTo("Acme Inc");

        assertThat(authorized.deleteOrganization(null).getMessage()).contains("Acme Inc");
        assertThat(problem(() -> organizations.getOrganization("Acme Inc", null))
                        .getCode())
                .isEqualTo("organization_not_found");
    }

    @Test
    void deletesWithTheNameAsAPrecaution() throws ApiException {
        organizations.createOrganization(acme());
        OrganizationsApi authorized = authorizedBy(
                new AdminsApi(client).logIn(new LogInRequest().email(EMAIL).password(PASSWORD)));

        assertThat(problem(() -> authorized.deleteOrganization("somebody else's"))
                        .getCode())
                .isEqualTo("access_denied");
        assertThat(authorized.deleteOrganization("Acme Corp").getMessage()).contains("Acme Corp");
    }

    @Test
    void readsRefusals() {
        Problem problem = problem(() -> organizations.createOrganization(acme().email("nobody")));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getField()).isEqualTo("email"));
        assertThat(problem(() -> organizations.deleteOrganization(null)).getCode())
                .isEqualTo("token_missing");
    }

    @Test
    void asksForHealth() throws ApiException {
        assertThat(new HealthApi(client).getReadiness().getStatus()).isEqualTo(UpOrDown.UP);
    }

    private static ApiClient clientOf(HttpAdapter server) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + server.port());
        return client;
    }

    private OrganizationsApi authorizedBy(AccessToken token) {
        ApiClient authorized = clientOf(server);
        authorized.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + token.getAccessToken()));
        return new OrganizationsApi(authorized);
    }

    private static CreateOrganizationRequest acme() {
        return new CreateOrganizationRequest()
                .organizationName("Acme Corp")
                .email(EMAIL)
                .password(PASSWORD);
    }

    private static Problem problem(ThrowingCallable call) {
        ApiException refusal = catchThrowableOfType(ApiException.class, call);
        try {
            return JSON.getDefault().getMapper().readValue(refusal.getResponseBody(), Problem.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no problem document: " + refusal.getResponseBody(), e);
        }
    }
}
