package io.orgstead.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over two axes as SVG, readable on light and dark pages. For one thread. */
public final class LineChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 190;
    private static final int TOP = 48;
    private static final int BOTTOM = 58;
    private static final int LEGEND_STEP = 22;
    private static final List<String> COLOURS = List.of(
            "#2f7ed8", "#e6842a", "#3a9d5d", "#c0427a", "#7a5bc7", "#8a8f98", "#b59b00", "#2aa5a5", "#d4574e",
            "#6b4f2a");

    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<Line> lines = new ArrayList<>();

    private record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    /** A chart without lines. */
    public LineChart(String title, Axis x, Axis y) {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /**
     * Adds a line.
     *
     * @param name for the legend
     * @param xs where its points are
     * @param ys as many
     */
    public void add(String name, double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("a point has two coordinates");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            points.add(new Point(xs[i], ys[i]));
            x.include(xs[i]);
            y.include(ys[i]);
        }
        lines.add(new Line(name, points));
    }

    /** The picture. */
    public String toSvg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                text { font: 13px system-ui, sans-serif; fill: #333 }
                .title { font-size: 16px; font-weight: 600 }
                .grid { stroke: #8888; stroke-width: 0.5 }
                .axis { stroke: #888; stroke-width: 1 }
                .line { fill: none; stroke-width: 2.2 }
                @media (prefers-color-scheme: dark) { text { fill: #ddd } }
                </style>
                """, WIDTH, HEIGHT, escaped(title)));
        text(svg, LEFT, TOP - 22, "start", "title", title);
        for (double tick : x.ticks()) {
            double at = xAt(tick);
            line(svg, "grid", at, TOP, at, HEIGHT - BOTTOM);
            text(svg, at, HEIGHT - BOTTOM + 20.0, "middle", "", Axis.label(tick));
        }
        for (double tick : y.ticks()) {
            double at = yAt(tick);
            line(svg, "grid", LEFT, at, WIDTH - RIGHT, at);
            text(svg, LEFT - 8.0, at + 4, "end", "", Axis.label(tick));
        }
        line(svg, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        line(svg, "axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "", x.name());
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2,
                escaped(y.name())));
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), COLOURS.get(i % COLOURS.size()), TOP + 8 + i * LEGEND_STEP);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(StringBuilder svg, Line line, String colour, int legendAt) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (Point point : line.points()) {
            double cx = xAt(point.x());
            double cy = yAt(point.y());
            points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", points.length() == 0 ? "" : " ", cx, cy));
            dots.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\" fill=\"%s\"/>%n", cx, cy, colour));
        }
        svg.append(String.format(
                        Locale.ROOT, "<polyline class=\"line\" stroke=\"%s\" points=\"%s\"/>%n", colour, points))
                .append(dots);
        int left = WIDTH - RIGHT + 18;
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"line\" stroke=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
                colour,
                left,
                legendAt,
                left + 20,
                legendAt));
        text(svg, left + 26.0, legendAt + 4.0, "start", "", line.name());
    }

    private double xAt(double value) {
        return LEFT + x.place(value) * (WIDTH - RIGHT - LEFT);
    }

    private double yAt(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - BOTTOM - TOP);
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String kind, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y,
                anchor,
                escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
