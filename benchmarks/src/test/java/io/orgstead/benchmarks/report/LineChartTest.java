package io.orgstead.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LineChartTest {

    @Test
    void isWellFormedWithALineForEachName() throws Exception {
        LineChart chart = new LineChart("a < b & \"c\"", Axis.logarithmic("organizations"), Axis.linear("ms"));
        chart.add("get", new double[] {10, 1000, 20000}, new double[] {1, 1.5, 1.25});
        chart.add("rename", new double[] {10, 1000, 20000}, new double[] {4, 4, 5});

        Document svg = parse(chart.toSvg());

        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("a < b & \"c\"");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(6);
        assertThat(chart.toSvg()).contains(">rename<", ">organizations<", ">100,000<");
    }

    @Test
    void everyPointIsInsideThePicture() throws Exception {
        LineChart chart = new LineChart("any", Axis.linear("x"), Axis.logarithmic("y"));
        chart.add("points", new double[] {0, 3, 7777}, new double[] {0.02, 30, 999});

        var dots = parse(chart.toSvg()).getElementsByTagName("circle");

        for (int i = 0; i < dots.getLength(); i++) {
            Element dot = (Element) dots.item(i);
            assertThat(Double.parseDouble(dot.getAttribute("cx"))).isBetween(70.0, 570.0);
            assertThat(Double.parseDouble(dot.getAttribute("cy"))).isBetween(48.0, 362.0);
        }
    }

    @Test
    void aPointHasTwoCoordinates() {
        LineChart chart = new LineChart("any", Axis.linear("x"), Axis.linear("y"));

        assertThatThrownBy(() -> chart.add("bad", new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
