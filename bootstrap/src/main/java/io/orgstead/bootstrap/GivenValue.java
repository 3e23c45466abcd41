package io.orgstead.bootstrap;

/**
 * A value that somebody gave. Not printed: it may be secret.
 *
 * @param name the name that it was given by
 * @param spelling how that name is written there
 * @param source where: {@code FILE:LINE}, {@code environment} or {@code command line}
 * @param text the value
 */
record GivenValue(SettingName name, String spelling, String source, String text) {

    Setting setting() {
        return name.setting();
    }

    /** What messages call it. */
    String label() {
        return spelling + " (" + source + ")";
    }

    /** The same with what stands in the file that it names. */
    GivenValue withText(String content) {
        return new GivenValue(name, spelling, source, content);
    }

    @Override
    public String toString() {
        return label();
    }
}
