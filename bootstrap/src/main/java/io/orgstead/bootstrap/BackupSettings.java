package io.orgstead.bootstrap;

import java.nio.file.Path;
import java.time.LocalTime;

/**
 * When a server makes backups by itself.
 *
 * @param folder where to
 * @param at at what time of the day, in UTC
 * @param keep how many to keep
 */
record BackupSettings(Path folder, LocalTime at, int keep) {}
