package io.orgstead.bootstrap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The settings in a file in the format of {@link Properties}, in UTF-8. That class itself knows no line numbers and
 * forgets what is given twice; so the file is taken apart here and each entry given to it alone.
 */
final class SettingsFile {

    private final Path file;
    private final List<GivenValue> values = new ArrayList<>();
    private final List<String> problems;
    private final Map<String, Integer> lines = new HashMap<>();

    private SettingsFile(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What the file gives. What is wrong with it is added to the problems. */
    static List<GivenValue> read(Path file, List<String> problems) {
        SettingsFile settings = new SettingsFile(file, problems);
        try {
            settings.readEntries(TextFile.read(file).lines().toList());
        } catch (IllegalArgumentException e) {
            problems.add("the settings' file " + file + " " + e.getMessage());
        }
        return settings.values;
    }

    private void readEntries(List<String> natural) {
        for (int i = 0; i < natural.size(); i++) {
            int line = i + 1;
            StringBuilder entry = new StringBuilder(natural.get(i).stripLeading());
            if (entry.isEmpty() || entry.charAt(0) == '#' || entry.charAt(0) == '!') {
                continue;
            }
            while (isContinued(entry) && i + 1 < natural.size()) {
                entry.setLength(entry.length() - 1);
                entry.append(natural.get(++i).stripLeading());
            }
            readEntry(entry.toString(), line);
        }
    }

    private static boolean isContinued(StringBuilder entry) {
        int backslashes = 0;
        while (backslashes < entry.length() && entry.charAt(entry.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void readEntry(String entry, int line) {
        Properties parsed = new Properties();
        try {
            parsed.load(new StringReader(entry));
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + line + " has a malformed \\u escape");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parsed.stringPropertyNames().forEach(key -> take(key, parsed.getProperty(key), line));
    }

    private void take(String key, String text, int line) {
        String source = file + ":" + line;
        Integer before = lines.putIfAbsent(key, line);
        if (before != null) {
            problems.add(key + " (" + source + ") is given in line " + before + " already");
            return;
        }
        SettingName.all().stream()
                .filter(name -> name.key().equals(key))
                .findFirst()
                .ifPresentOrElse(
                        name -> values.add(new GivenValue(name, key, source, text)),
                        () -> problems.add(key + " (" + source + ") is no setting of this software"
                                + NearestName.hint(
                                        key, SettingName.all().stream().map(SettingName::key))));
    }
}
