package io.orgstead.reliability.fault;

import io.orgstead.reliability.server.MongoEngine;

/** Stopped (SIGSTOP): the connections stay, and what was sent to it meanwhile is done late. */
class MongodFrozenIT extends MongodGone {

    @Override
    String fault() {
        return "MongoDB frozen (SIGSTOP) and resumed";
    }

    @Override
    void goAway(MongoEngine engine) {
        engine.freeze();
    }

    @Override
    void comeBack(MongoEngine engine) {
        engine.thaw();
    }
}
