package io.orgstead.adapter.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every path and the methods that it knows. Paths are literal: another case, a slash more or an encoded letter is another
 * path; only a segment in braces stands for any. A path without braces comes first, with whatever method. HEAD runs the
 * handler of GET, so that it is checked like GET; OPTIONS runs none.
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
        // Of several that fit a path Javalin takes the first.
        handlers.keySet()
                .forEach(path -> shadowed(path)
                        .forEach(method -> config.routes.addHttpHandler(method, path, ctx -> {
                            throw notAllowed(path).asException();
                        })));
        handlers.forEach((path, byMethod) ->
                byMethod.forEach((method, handler) -> config.routes.addHttpHandler(method, path, handler)));
    }

    /** The methods of a template that stands for a path, too, which the path itself does not know. */
    private Set<HandlerType> shadowed(String path) {
        Set<HandlerType> methods = new LinkedHashSet<>();
        handlers.forEach((template, byMethod) -> {
            if (!template.equals(path) && template.indexOf('{') >= 0 && isLike(path, template)) {
                methods.addAll(byMethod.keySet());
            }
        });
        methods.removeAll(methods(path));
        return methods;
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
        return templateOf(path).map(handlers::get).map(Map::keySet).orElse(Set.of());
    }

    /** What Javalin's own refusal of a request becomes. */
    Problem refusalFor(HttpResponseException e, Context ctx) {
        EdgeFailure failure = EdgeFailure.ofStatus(e.getStatus());
        return failure == EdgeFailure.METHOD_NOT_ALLOWED ? notAllowed(ctx.path()) : Problem.of(failure);
    }

    private Problem notAllowed(String path) {
        return Problem.of(EdgeFailure.METHOD_NOT_ALLOWED).withHeader("Allow", allowed(path));
    }

    private String allowed(String path) {
        Set<String> methods = new TreeSet<>();
        methods(path).forEach(method -> methods.add(method.name()));
        return String.join(", ", methods);
    }
}
