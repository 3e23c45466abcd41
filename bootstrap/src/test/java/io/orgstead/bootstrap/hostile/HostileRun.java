package io.orgstead.bootstrap.hostile;

import io.orgstead.adapter.http.contract.ApiContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sends hostile requests on some connections at once and looks at each answer: no status of 500 or above but those that say
 * that the server is busy or that HTTP itself was not understood, nothing that is another organization's, nothing that tells
 * of the inside, and all as the OpenAPI document says.
 */
public final class HostileRun {

    private static final int CONNECTIONS = 4;
    private static final int MOST_FINDINGS = 20;
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_SILENCE_MILLIS = 60_000;

    private final URI server;
    private final HostileRequests requests;
    private final List<String> canaries;
    private final Supplier<String> newToken;
    private final Map<String, Long> answers = new ConcurrentSkipListMap<>();
    private final Map<String, Long> successes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /**
     * A run against a server.
     *
     * @param document the OpenAPI document that it serves
     * @param seed makes the same requests again
     * @param canaries what is in another organization, and must be in no answer
     * @param knownIds the identifiers of the documents that have them
     * @param newToken makes another attacker, once the one before is no more
     */
    public HostileRun(
            URI server,
            String document,
            long seed,
            List<String> canaries,
            List<String> knownIds,
            Supplier<String> newToken) {
        this.server = server;
        this.requests = new HostileRequests(ApiOperation.all(document), seed, knownIds);
        this.canaries = List.copyOf(canaries);
        this.newToken = newToken;
    }

    /** Sends the requests from a number on. */
    public void send(long first, long count) throws InterruptedException {
        AtomicLong next = new AtomicLong(first);
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        for (int sender = 0; sender < CONNECTIONS; sender++) {
            senders.execute(() -> {
                String token = newToken.get();
                for (long number = next.getAndIncrement(); number < first + count; number = next.getAndIncrement()) {
                    if (findings.size() < MOST_FINDINGS) {
                        send(requests.make(number, token));
                    }
                }
            });
        }
        senders.shutdown();
        if (!senders.awaitTermination(1, TimeUnit.DAYS)) {
            throw new AssertionError("the requests were not sent in a day");
        }
    }

    /** What was wrong, with the requests to send again; empty if nothing was. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** How many answers there were of each status; of 0 where the server said nothing. */
    public Map<String, Long> answers() {
        return answers;
    }

    /** How many requests of each operation succeeded. */
    public Map<String, Long> successes() {
        return successes;
    }

    private void send(HostileRequest request) {
        try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
            ApiContract.sent(socket, request.bytes());
            write(socket, request.bytes());
            socket.shutdownOutput();
            String answer = read(socket.getInputStream());
            look(request, socket, answer);
        } catch (IOException e) {
            answers.merge(e.getClass().getSimpleName(), 1L, Long::sum);
            if (request.asked() || e instanceof java.net.SocketTimeoutException) {
                findings.add("no answer (" + e + ") to request " + request.number() + " of " + request.operation()
                        + ":\n" + request.shown());
            }
        }
    }

    /** The server may refuse, and close, before it has read all. */
    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException refusedEarly) {
            // The answer says why.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (IOException e) {
            if (answer.size() == 0) {
                throw e;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private void look(HostileRequest request, Socket socket, String answer) {
        int status = answer.matches("(?s)HTTP/1\\.1 \\d{3}.*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        answers.merge(Integer.toString(status), 1L, Long::sum);
        if (status / 100 == 2) {
            successes.merge(request.operation(), 1L, Long::sum);
        }
        boolean transport = !request.isWhole() && (status == 501 || status == 505);
        if (status >= 500 && status != 503 && !transport) {
            find("status " + status, request, answer);
        }
        for (String canary : canaries) {
            if (answer.contains(canary)) {
                find("something of another organization", request, answer);
            }
        }
        String sent = new String(request.bytes(), StandardCharsets.UTF_8);
        for (String inside : List.of("Exception", "\tat ", "io.orgstead", "SQLITE", "org.eclipse")) {
            if (answer.contains(inside)
                    && !sent.contains(inside)
                    && !request.operation().contains("/docs")) {
                find("something of the inside (" + inside + ")", request, answer);
            }
        }
        if (request.asked() && status != 0) {
            check(request, socket, status, answer);
        }
    }

    /** A server that could not read the first line of a HEAD does not know that it was one: its answer may have content. */
    private void check(HostileRequest request, Socket socket, int status, String answer) {
        int end = answer.indexOf("\r\n\r\n");
        try {
            Optional<String> content =
                    Optional.of(answer.substring(end + 4)).filter(any -> status != BAD_REQUEST || !request.isHead());
            ApiContract.received(socket, status, answer.substring(0, end), content);
        } catch (AssertionError | IllegalArgumentException broken) {
            find(String.valueOf(broken.getMessage()).lines().findFirst().orElse("?"), request, answer);
        }
    }

    private void find(String what, HostileRequest request, String answer) {
        findings.add(what + " after request " + request.number() + " of " + request.operation() + ":\n"
                + request.shown() + "\nanswer:\n" + answer.substring(0, Math.min(answer.length(), 1_500)));
    }

    /** Sends a request byte by byte, so slowly that it never ends; gives up when the server does. */
    public static void dawdle(URI server, int delayMillis) {
        byte[] bytes = String.join(
                        "\r\n",
                        "POST /admin/login HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: 5000",
                        "",
                        "{\"email\": \"")
                .getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
            for (int at = 0; !Thread.currentThread().isInterrupted(); at++) {
                socket.getOutputStream().write(at < bytes.length ? bytes[at] : 'a');
                Thread.sleep(delayMillis);
            }
        } catch (IOException cutOff) {
            // So it should be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
