package io.orgstead.extendedjson;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 by the letter: what is none is refused, where the JDK's usual readers put in question marks. */
final class Utf8 {

    private Utf8() {}

    static Reader reader(InputStream text) {
        return new InputStreamReader(
                text,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
