package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectIdSourceTest {

    private static final Instant AT = Instant.ofEpochSecond(0x65a1b2c3L, 999_999_999);

    private final AtomicReference<Instant> now = new AtomicReference<>(AT);
    private final InstantSource clock = now::get;

    @Test
    void isSecondsSourceAndCounter() {
        ObjectIdSource ids = new ObjectIdSource(clock, 0x01020304ffL, 0x00abc0);

        assertThat(ids.nextId()).isEqualTo("65a1b2c3" + "01020304ff" + "00abc1");
        assertThat(ids.nextId()).isEqualTo("65a1b2c3" + "01020304ff" + "00abc2");
        now.set(AT.plusSeconds(1));
        assertThat(ids.nextId()).isEqualTo("65a1b2c4" + "01020304ff" + "00abc3");
    }

    @Test
    void aCounterThatRunsOverTakesTheNextSecondEarly() {
        ObjectIdSource ids = new ObjectIdSource(clock, 0, 0xfffffe);

        assertThat(ids.nextId()).isEqualTo("65a1b2c3" + "0000000000" + "ffffff");
        assertThat(ids.nextId()).isEqualTo("65a1b2c4" + "0000000000" + "000000");
        now.set(AT.plusSeconds(1));
        assertThat(ids.nextId()).isEqualTo("65a1b2c4" + "0000000000" + "000001");
    }

    @Test
    void aClockThatGoesBackGivesNoIdTwice() {
        ObjectIdSource ids = new ObjectIdSource(clock, 0, 0x000000);
        ids.nextId();

        now.set(AT.minusSeconds(3600));

        assertThat(ids.nextId()).isEqualTo("65a1b2c3" + "0000000000" + "000002");
    }

    @Test
    void secondsBeyond2106StartAgain() {
        now.set(Instant.ofEpochSecond(0x1_0000_0001L));

        assertThat(new ObjectIdSource(clock, 0, 5).nextId()).isEqualTo("00000001" + "0000000000" + "000006");
    }

    @Test
    void sourcesDiffer() {
        String one = new ObjectIdSource(clock).nextId();
        String other = new ObjectIdSource(clock).nextId();

        assertThat(one).matches("[0-9a-f]{24}").startsWith("65a1b2c3");
        assertThat(one.substring(8, 18)).isNotEqualTo(other.substring(8, 18));
    }

    @Test
    void threadsShareNoId() {
        ObjectIdSource ids = new ObjectIdSource(clock);
        Set<String> seen = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200_000).parallel().forEach(i -> seen.add(ids.nextId()));

        assertThat(seen).hasSize(200_000);
    }
}
