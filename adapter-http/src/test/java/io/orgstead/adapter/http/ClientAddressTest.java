package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress clientAddress = new ClientAddress(List.of("10.0.0.0/8", "192.168.1.7", "fd00::/8"));

    @ParameterizedTest(name = "{0} forwarding for {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Not a proxy: whatever it claims, it is itself.
                "203.0.113.9           |                                   | 203.0.113.9",
                "203.0.113.9           | 198.51.100.1                      | 203.0.113.9",
                "192.168.1.8           | 198.51.100.1                      | 192.168.1.8",
                // A proxy: the nearest address that is none.
                "10.1.2.3              | 198.51.100.1                      | 198.51.100.1",
                "10.1.2.3              | 6.6.6.6, 198.51.100.1             | 198.51.100.1",
                "10.1.2.3              | 198.51.100.1, 10.9.9.9            | 198.51.100.1",
                "10.1.2.3              | 6.6.6.6,198.51.100.1,192.168.1.7  | 198.51.100.1",
                "fd12::1               | 198.51.100.1                      | 198.51.100.1",
                "[fd12::1]             | 198.51.100.1                      | 198.51.100.1",
                "fd12::1%eth0          | 198.51.100.1                      | 198.51.100.1",
                // Nothing but proxies: the furthest.
                "10.1.2.3              |                                   | 10.1.2.3",
                "10.1.2.3              | 10.1.1.1                          | 10.1.1.1",
                // What makes no sense ends the chain.
                "10.1.2.3              | 198.51.100.1, unknown             | 10.1.2.3",
                "10.1.2.3              | 198.51.100.1,                     | 10.1.2.3",
                "10.1.2.3              | 999.1.1.1                         | 10.1.2.3",
                "10.1.2.3              | dead.beef                         | 10.1.2.3",
                "10.1.2.3              | 0x7f.1                            | 10.1.2.3",
                "10.1.2.3              | 010.0.0.1                         | 10.1.2.3",
                "10.1.2.3              | 1:2:3                             | 10.1.2.3",
                // As some proxies write it.
                "10.1.2.3              | 198.51.100.1:5678                 | 198.51.100.1",
                "10.1.2.3              | [2001:db8:1:2:3:4:5:6]:443        | 2001:db8:1:2:0:0:0:0/64",
                "10.1.2.3              | [2001:db8:1:2:3:4:5:6]            | 2001:db8:1:2:0:0:0:0/64",
                // A whole IPv6 network counts as one client; an IPv4 address written as IPv6 is that address.
                "2001:db8:1:2:aaaa::1  |                                   | 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:2:bbbb::2  |                                   | 2001:db8:1:2:0:0:0:0/64",
                "2001:db8:1:3::1       |                                   | 2001:db8:1:3:0:0:0:0/64",
                "::ffff:10.1.2.3       | ::ffff:198.51.100.1               | 198.51.100.1",
            })
    void of(String peer, String forwardedFor, String client) {
        List<String> headers = forwardedFor == null ? List.of() : List.of(forwardedFor);

        assertThat(clientAddress.of(peer, headers)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3, 6.6.6.6, '198.51.100.1, 10.2.2.2', 198.51.100.1"})
    void severalHeadersAreOneList(String peer, String first, String second, String client) {
        assertThat(clientAddress.of(peer, List.of(first, second))).isEqualTo(client);
    }
}
