package io.orgstead.reliability.fault;

import io.orgstead.reliability.traffic.Answer;
import io.orgstead.reliability.traffic.Api;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks once on each route that needs the store, with an organization of its own, and takes the time. */
final class EveryRoute {

    private static final String NAME = "Witness";
    private static final String EMAIL = "witness@example.com";

    private final Api api;
    private String password = "correct horse";
    private String token = "";
    private int round;

    /** Creates the organization. */
    EveryRoute(URI server) throws IOException {
        this.api = new Api(server);
        Answer created = api.create(NAME, EMAIL, password);
        if (created.status() != 201) {
            throw new AssertionError(created);
        }
        logIn();
    }

    /** Gets a new token. */
    void logIn() throws IOException {
        Answer login = api.logIn(EMAIL, password);
        if (login.status() != 200) {
            throw new AssertionError(login);
        }
        token = login.body().path("access_token").asText();
    }

    /** Changes the password, which ends the token, and gets a new one. */
    void changePassword(String changed) throws IOException {
        Answer update = send("PUT", "/org/update", "{\"password\": \"" + changed + "\"}");
        if (update.status() != 200) {
            throw new AssertionError(update);
        }
        password = changed;
        logIn();
    }

    List<Sample> ask() {
        round++;
        String id = "/org/data/w" + round;
        List<Sample> samples = new ArrayList<>();
        samples.add(sample("get", () -> api.find(NAME)));
        samples.add(sample("login", () -> api.logIn(EMAIL, password)));
        samples.add(sample("put", () -> send("PUT", id, "{\"v\": 1}")));
        samples.add(sample("patch", () -> send("PATCH", id, "{\"v\": 2}")));
        samples.add(sample("read", () -> send("GET", id, "")));
        samples.add(sample("list", () -> send("GET", "/org/data", "")));
        samples.add(sample("batch", () -> send("POST", "/org/data", "[{\"v\": 1}, {\"v\": 2}, {\"v\": 3}]")));
        samples.add(sample("remove", () -> send("DELETE", id, "")));
        samples.add(sample("update", () -> send("PUT", "/org/update", "{\"email\": \"" + round + EMAIL + "\"}")));
        samples.add(sample("update back", () -> send("PUT", "/org/update", "{\"email\": \"" + EMAIL + "\"}")));
        samples.add(sample("create", () -> api.create("Round " + round, round + "@example.com", password)));
        return samples;
    }

    private Answer send(String method, String path, String body) throws IOException {
        return api.send(method, path, Optional.of(token), body);
    }

    private static Sample sample(String route, Asking asking) {
        long begin = System.nanoTime();
        try {
            Answer answer = asking.ask();
            return new Sample(route, answer.status(), answer.code(), (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException unanswered) {
            return new Sample(route, 0, unanswered.toString(), (System.nanoTime() - begin) / 1_000_000);
        }
    }

    @FunctionalInterface
    private interface Asking {
        Answer ask() throws IOException;
    }

    /**
     * What became of a request.
     *
     * @param status 0 if it was not answered
     */
    record Sample(String route, int status, String code, long millis) {

        boolean succeeded() {
            return status / 100 == 2;
        }
    }
}
