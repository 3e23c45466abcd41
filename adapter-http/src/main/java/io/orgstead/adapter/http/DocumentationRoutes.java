package io.orgstead.adapter.http;

import io.javalin.http.Handler;

/**
 * The interface's description: for programs an OpenAPI document, for people a page that shows it and lets them try it
 * out. All of the page comes from here.
 */
final class DocumentationRoutes {

    static final String DOCUMENT = "/openapi.json";

    /** Where people read; the page's own address, and the beginning of those of its parts. */
    static final String PAGE = "/docs";

    /** Scripts and styles of this server only, none inline. Swagger UI has its icons inline, as images. */
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String HTML = "text/html;charset=utf-8";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private final HttpSettings settings;

    DocumentationRoutes(HttpSettings settings) {
        this.settings = settings;
    }

    void addTo(RouteTable routes) {
        routes.get(DOCUMENT, new StaticContent(MediaType.JSON, () -> ApiDescription.of(settings.version())));
        routes.get(PAGE, page(new StaticContent(HTML, () -> Resources.read(DocumentationRoutes.class, "docs.html"))));
        routes.get(
                PAGE + "/start.js",
                new StaticContent(SCRIPT, () -> Resources.read(DocumentationRoutes.class, "start.js")));
        routes.get(
                PAGE + "/swagger-ui-bundle.js",
                new StaticContent(SCRIPT, () -> SwaggerUi.read("swagger-ui-bundle.js")));
        routes.get(PAGE + "/swagger-ui.css", new StaticContent(CSS, () -> SwaggerUi.read("swagger-ui.css")));
    }

    private static Handler page(Handler content) {
        return ctx -> {
            ctx.header("Content-Security-Policy", PAGE_POLICY);
            content.handle(ctx);
        };
    }
}
