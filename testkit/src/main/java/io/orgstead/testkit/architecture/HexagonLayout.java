package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the parts of a hexagon are. Below a root package lie {@code domain} (the ports in {@code domain.port}),
 * {@code application}, {@code adapter.NAME} for each adapter, {@code bootstrap} and {@code testkit}. What lies elsewhere below
 * the root is a library beside the domain. Immutable.
 *
 * @param rootPackage the root, such as {@code com.example.shop}
 * @param drivingAdapters the names of the adapters that call the application; all others are called by it
 * @param libraries where each library may be used: from a package of the library to packages below the root.
 *     Subpackages are meant on both sides; where several library packages match, the longest counts
 * @param impurities where each impurity is allowed: packages below the root, with their subpackages
 */
public record HexagonLayout(
        String rootPackage,
        Set<String> drivingAdapters,
        Map<String, Set<String>> libraries,
        Map<Impurity, Set<String>> impurities) {

    /** The machine's date and the environment are read where all is put together; adapters may take time and draw lots. */
    public static final Map<Impurity, Set<String>> USUAL_IMPURITIES = Map.of(
            Impurity.WALL_CLOCK, Set.of("bootstrap"),
            Impurity.ENVIRONMENT, Set.of("bootstrap"),
            Impurity.MONOTONIC_CLOCK, Set.of("adapter", "bootstrap", "testkit"),
            Impurity.RANDOMNESS, Set.of("adapter", "bootstrap"));

    private static final Set<String> PARTS = Set.of("domain", "application", "adapter", "bootstrap", "testkit");

    /** A layout from its parts. */
    public HexagonLayout {
        drivingAdapters = Set.copyOf(drivingAdapters);
        libraries = Map.copyOf(libraries);
        impurities = Map.copyOf(impurities);
    }

    /**
     * A hexagon without driving adapters and libraries, and with the usual impurities.
     *
     * @param rootPackage the root
     * @return the layout, to be completed
     */
    public static HexagonLayout below(String rootPackage) {
        return new HexagonLayout(rootPackage, Set.of(), Map.of(), USUAL_IMPURITIES);
    }

    /**
     * Orgstead's own layout.
     *
     * @return the layout that its build is checked against
     */
    public static HexagonLayout ofOrgstead() {
        return below("io.orgstead")
                .withDrivingAdapters(Set.of("http"))
                .withLibraries(Map.ofEntries(
                        Map.entry("com.mongodb", Set.of("adapter.mongo")),
                        Map.entry("org.bson", Set.of("adapter.mongo")),
                        Map.entry("java.sql", Set.of("adapter.sqlite")),
                        Map.entry("javax.sql", Set.of("adapter.sqlite")),
                        Map.entry("org.sqlite", Set.of("adapter.sqlite")),
                        Map.entry("com.auth0.jwt", Set.of("adapter.security")),
                        Map.entry("com.github.benmanes.caffeine", Set.of("adapter.security")),
                        Map.entry("io.github.bucket4j", Set.of("adapter.security")),
                        Map.entry("javax.crypto", Set.of("adapter.security")),
                        Map.entry("org.mindrot", Set.of("adapter.security")),
                        Map.entry("io.micrometer", Set.of("adapter.metrics")),
                        Map.entry("io.prometheus", Set.of("adapter.metrics")),
                        Map.entry("io.opentelemetry", Set.of("adapter.tracing")),
                        Map.entry("com.fasterxml.jackson", Set.of("adapter.http", "adapter.schema")),
                        Map.entry("com.networknt", Set.of("adapter.schema")),
                        Map.entry(
                                "com.fasterxml.jackson.core",
                                Set.of("adapter.http", "adapter.schema", "adapter.security", "extendedjson")),
                        Map.entry(
                                "io.orgstead.extendedjson",
                                Set.of(
                                        "extendedjson",
                                        "adapter.http",
                                        "adapter.schema",
                                        "adapter.sqlite",
                                        "bootstrap")),
                        Map.entry("io.orgstead.indexkeys", Set.of("indexkeys", "adapter.mongo", "adapter.sqlite")),
                        Map.entry("io.javalin", Set.of("adapter.http")),
                        Map.entry("jakarta", Set.of("adapter.http")),
                        Map.entry("kotlin", Set.of("adapter.http")),
                        Map.entry("org.eclipse.jetty", Set.of("adapter.http")),
                        Map.entry("ch.qos.logback", Set.of("bootstrap")),
                        Map.entry("picocli", Set.of("bootstrap")),
                        Map.entry("com.tngtech.archunit", Set.of("testkit")),
                        Map.entry("org.assertj", Set.of("testkit")),
                        Map.entry("org.junit", Set.of("testkit"))));
    }

    /**
     * The same layout with these driving adapters instead.
     *
     * @param names the names of their packages below {@code adapter}
     * @return a copy
     */
    public HexagonLayout withDrivingAdapters(Set<String> names) {
        return new HexagonLayout(rootPackage, names, libraries, impurities);
    }

    /**
     * The same layout with these libraries instead.
     *
     * @param places from a package of the library to the packages below the root where it may be used
     * @return a copy
     */
    public HexagonLayout withLibraries(Map<String, Set<String>> places) {
        return new HexagonLayout(rootPackage, drivingAdapters, places, impurities);
    }

    /**
     * The same layout with these places for impurities instead.
     *
     * @param places the packages below the root where each is allowed
     * @return a copy
     */
    public HexagonLayout withImpurities(Map<Impurity, Set<String>> places) {
        return new HexagonLayout(rootPackage, drivingAdapters, libraries, places);
    }

    boolean isIn(JavaClass type, String part) {
        return isWithin(type.getPackageName(), rootPackage + "." + part);
    }

    boolean isInside(JavaClass type) {
        return isWithin(type.getPackageName(), rootPackage);
    }

    /** Whether a type belongs to none of the hexagon's parts. */
    boolean isBeside(JavaClass type) {
        return isInside(type) && PARTS.stream().noneMatch(part -> isIn(type, part));
    }

    /** Whether both are of the same package below the root, or of packages in it. */
    boolean areTogether(JavaClass type, JavaClass other) {
        return isInside(other) && partOf(type).equals(partOf(other));
    }

    private String partOf(JavaClass type) {
        return (type.getPackageName() + ".").substring(rootPackage.length() + 1).replaceFirst("\\..*", "");
    }

    /** The name of the adapter that a type belongs to. */
    Optional<String> adapterOf(JavaClass type) {
        String adapters = rootPackage + ".adapter.";
        String place = type.getPackageName() + ".";
        return place.startsWith(adapters)
                ? Optional.of(place.substring(adapters.length(), place.indexOf('.', adapters.length())))
                : Optional.empty();
    }

    /** The parts of the hexagon that a type of a library is confined to. */
    Optional<Set<String>> homesOf(JavaClass libraryType) {
        return libraries.keySet().stream()
                .filter(library -> isWithin(libraryType.getPackageName(), library))
                .max(Comparator.comparingInt(String::length))
                .map(libraries::get);
    }

    static boolean isWithin(String place, String parent) {
        return place.equals(parent) || place.startsWith(parent + ".");
    }
}
