package io.orgstead.adapter.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every path and the methods that it knows. Paths are literal: another case, a slash more or an encoded letter is another
 * path. HEAD runs the handler of GET, so that it is checked like GET; OPTIONS runs none.
 */
final class RouteTable {

    private final Map<String, Map<HandlerType, Handler>> handlers = new LinkedHashMap<>();

    void get(String path, Handler handler) {
        add(HandlerType.GET, path, handler);
        add(HandlerType.HEAD, path, handler);
    }

    void add(HandlerType method, String path, Handler handler) {
        handlers.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, handler);
    }

    /** Hands the table over to Javalin. */
    void register(JavalinConfig config) {
        for (String path : handlers.keySet()) {
            add(HandlerType.OPTIONS, path, ctx -> {
                ctx.header("Allow", allowed(path));
                Answers.empty(ctx, 204);
            });
        }
        handlers.forEach((path, byMethod) ->
                byMethod.forEach((method, handler) -> config.routes.addHttpHandler(method, path, handler)));
    }

    /** The template that a path belongs to; a segment in braces stands for any. */
    Optional<String> templateOf(String path) {
        return handlers.containsKey(path)
                ? Optional.of(path)
                : handlers.keySet().stream()
                        .filter(template -> template.indexOf('{') >= 0 && isLike(path, template))
                        .findFirst();
    }

    private static boolean isLike(String path, String template) {
        String[] segments = path.split("/", -1);
        String[] pattern = template.split("/", -1);
        boolean alike = segments.length == pattern.length;
        for (int i = 0; alike && i < pattern.length; i++) {
            alike = pattern[i].startsWith("{") ? !segments[i].isEmpty() : pattern[i].equals(segments[i]);
        }
        return alike;
    }

    /** Whether some route knows a method. */
    boolean knows(String method) {
        return handlers.values().stream()
                .anyMatch(byMethod -> byMethod.keySet().stream()
                        .anyMatch(known -> known.name().equals(method)));
    }

    Set<String> paths() {
        return Set.copyOf(handlers.keySet());
    }

    /** The methods that a path knows; none if it is unknown. */
    Set<HandlerType> methods(String path) {
        return handlers.getOrDefault(path, Map.of()).keySet();
    }

    /** What Javalin's own refusal of a request becomes. */
    Problem refusalFor(HttpResponseException e, Context ctx) {
        EdgeFailure failure = EdgeFailure.ofStatus(e.getStatus());
        Problem problem = Problem.of(failure);
        return failure == EdgeFailure.METHOD_NOT_ALLOWED ? problem.withHeader("Allow", allowed(ctx.path())) : problem;
    }

    private String allowed(String path) {
        Set<String> methods = new TreeSet<>();
        methods(path).forEach(method -> methods.add(method.name()));
        return String.join(", ", methods);
    }
}
