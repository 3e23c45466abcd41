package io.orgstead.adapter.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The greeting of a client that knows one old version of TLS, byte by byte: the JDK's own client refuses to speak those
 * versions, so it cannot show that the server does.
 */
final class ClientHello {

    static final String SERVER_HELLO = "handshake";
    static final String WRONG_VERSION = "alert 70";

    private static final int ALERT = 21;

    /** ECDHE and RSA with AES; P-256; RSA and ECDSA with SHA-256 and SHA-1. */
    private static final String AFTER_VERSION = "00".repeat(32) + "00" + "000c" + "c02bc02fc009c013009c002f" + "0100"
            + "001e" + "000a00040002" + "0017" + "000b00020100" + "000d0008" + "0006" + "040304010201" + "ff01000100";

    private ClientHello() {}

    /** Greets with a version, 0x0302 being TLS 1.1, and tells the answer. */
    static String answerTo(RawHttp server, String version) {
        String body = version + AFTER_VERSION;
        String handshake = "01" + hex(body.length() / 2, 6) + body;
        String message = "160301" + hex(handshake.length() / 2, 4) + handshake;
        try (Socket socket = server.connect()) {
            RawHttp.write(socket, HexFormat.of().parseHex(message));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int type = in.readUnsignedByte();
            in.skipNBytes(5); // Version, length, and an alert's level.
            return type == ALERT ? "alert " + in.readUnsignedByte() : SERVER_HELLO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(int number, int digits) {
        return String.format("%0" + digits + "x", number);
    }
}
