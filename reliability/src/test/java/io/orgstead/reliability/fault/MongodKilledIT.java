package io.orgstead.reliability.fault;

import io.orgstead.reliability.server.MongoEngine;

/** Killed (SIGKILL), and started again on the same data. */
class MongodKilledIT extends MongodGone {

    @Override
    String fault() {
        return "MongoDB killed and started again";
    }

    @Override
    void goAway(MongoEngine engine) {
        engine.kill();
    }

    @Override
    void comeBack(MongoEngine engine) {
        engine.start();
    }
}
