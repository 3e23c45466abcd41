package io.orgstead.domain.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.installation.MigrationMark.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationMarkTest {

    @ParameterizedTest
    @CsvSource({"SENDING,true", "LEAVING,false", "LEFT,false", "RECEIVING,false", "RECEIVED,true"})
    void onlyTheStoreThatCountsIsServed(Stage stage, boolean servable) {
        assertThat(new MigrationMark(Stage.SENDING, "m", "p").at(stage)).isEqualTo(new MigrationMark(stage, "m", "p"));
        assertThat(stage.isServable()).isEqualTo(servable);
    }
}
