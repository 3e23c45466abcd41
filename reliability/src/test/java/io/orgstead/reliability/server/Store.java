package io.orgstead.reliability.server;

import java.time.Duration;
import java.util.Map;

/** A store of a suite's own. Closing it removes it. */
public interface Store extends AutoCloseable {

    /** For reports. */
    String title();

    /** The settings of a server that uses it. */
    Map<String, String> settings();

    /** How long after a server's death its operations may be under way, while another server runs. */
    Duration settlesWithin();

    /** Looks past the server at all that is there. On the embedded store no server may be running. */
    Contents contents();

    @Override
    void close();
}
