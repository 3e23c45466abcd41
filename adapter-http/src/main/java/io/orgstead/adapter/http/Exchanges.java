package io.orgstead.adapter.http;

import io.orgstead.domain.observation.TraceContext;
import io.orgstead.domain.port.RequestObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Makes an {@link Exchange} of every request, and takes or makes its place in a distributed trace. */
final class Exchanges {

    static final String TRACEPARENT = "traceparent";

    private final List<RequestObserver> observers;
    private final ClientAddress clientAddress;

    Exchanges(List<RequestObserver> observers, ClientAddress clientAddress) {
        this.observers = List.copyOf(observers);
        this.clientAddress = clientAddress;
    }

    /** The request's exchange, which begins with the first call. */
    Exchange of(Request request) {
        return Exchange.known(request).orElseGet(() -> {
            Exchange exchange = begin(request);
            request.setAttribute(Exchange.ATTRIBUTE, exchange);
            return exchange;
        });
    }

    private Exchange begin(Request request) {
        Optional<TraceContext> sent = sent(request);
        Optional<TraceContext> place = sent;
        List<RequestObserver.Watch> watches = new ArrayList<>(observers.size());
        for (RequestObserver observer : observers) {
            RequestObserver.Watch watch = observer.begin(place);
            watches.add(watch);
            place = watch.context();
        }
        // Where nobody records, the request is a step of its trace all the same.
        TraceContext own = place.equals(sent)
                ? sent.map(parent -> parent.at(TraceIds.span())).orElseGet(TraceIds::unrecorded)
                : place.orElseGet(TraceIds::unrecorded);
        return new Exchange(RequestId.of(request), clientAddress.fullOf(request), own, watches);
    }

    /** Sent twice, the header says nothing (W3C Trace Context, section 3.2.2). */
    private static Optional<TraceContext> sent(Request request) {
        List<String> headers = request.getHeaders().getValuesList(TRACEPARENT);
        return headers.size() == 1 ? TraceContext.parse(headers.get(0).strip()) : Optional.empty();
    }
}
