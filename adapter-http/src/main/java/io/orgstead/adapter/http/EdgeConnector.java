package io.orgstead.adapter.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens on a port for connections that have to be {@linkplain PunctualEndPoint punctual}. */
final class EdgeConnector extends ServerConnector {

    /** How many clients may wait to be accepted; the system may allow fewer. */
    private static final int BACKLOG = 1024;

    private final Duration patience;

    EdgeConnector(Server server, Duration patience, ConnectionFactory... protocols) {
        super(server, protocols);
        this.patience = patience;
        setAcceptQueueSize(BACKLOG);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new PunctualEndPoint(channel, selector, key, getScheduler(), patience);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /**
     * When the server is full, whoever is idle makes room. Jetty's limit tells that to the connections that are open at that
     * moment, but not to those that have been accepted already and open a little later.
     */
    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        NetworkConnectionLimit limit = getServer().getBean(NetworkConnectionLimit.class);
        if (limit != null && isReached(limit)) {
            endPoint.setIdleTimeout(limit.getEndPointIdleTimeout());
        }
    }

    private static boolean isReached(NetworkConnectionLimit limit) {
        return limit.getNetworkConnectionCount() + limit.getPendingNetworkConnectionCount()
                >= limit.getMaxNetworkConnectionCount();
    }
}
