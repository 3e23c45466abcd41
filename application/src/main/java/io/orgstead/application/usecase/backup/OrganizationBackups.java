package io.orgstead.application.usecase.backup;

/**
 * All that can be done with backups.
 *
 * @param write reads organizations out of the store
 * @param restore makes organizations of a backup
 */
public record OrganizationBackups(WriteBackup write, RestoreBackup restore) {}
