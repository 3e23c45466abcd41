package io.orgstead.bootstrap;

import java.io.PrintStream;

/** What {@code --help} prints. */
final class Help {

    private Help() {}

    static void print(PrintStream out) {
        out.println("Usage: java -jar orgstead.jar [--help | --version]");
        out.println();
        out.println("Serves organizations over HTTP. Settings come from the environment:");
        out.println();
        int width = 0;
        for (Setting setting : Setting.values()) {
            width = Math.max(width, setting.variable().length());
        }
        for (Setting setting : Setting.values()) {
            String byDefault = setting.defaultText().isEmpty() ? "" : " [" + setting.defaultText() + "]";
            out.printf("  %-" + width + "s  %s%s%n", setting.variable(), setting.meaning(), byDefault);
        }
        out.println();
        out.println("Exit codes: 0 stopped in order, 1 could not start, 2 wrong settings.");
    }
}
