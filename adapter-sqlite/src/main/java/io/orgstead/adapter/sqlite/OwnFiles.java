package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that organizations have for themselves, as the register has them and as they are in their folder, which is looked
 * into once however many they are.
 */
final class OwnFiles {

    private static final Logger log = LoggerFactory.getLogger(OwnFiles.class);

    private static final String LISTED = "SELECT incarnation, phase FROM tenant_collections WHERE model = 'database'";

    private final Set<TenantFileId.Own> there = new HashSet<>();
    private final Set<TenantFileId.Own> known = new HashSet<>();

    private OwnFiles() {}

    /** Those in the register. */
    static OwnFiles listed(Opening opening, Session register) throws IOException {
        OwnFiles files = new OwnFiles();
        opening.list(
                register,
                row -> {
                    TenantFileId.Own file = TenantFileId.ownOf(new CollectionIncarnation(row.getString("incarnation")));
                    if (RegisterEntry.Phase.read(row.getString("phase")) == RegisterEntry.Phase.THERE) {
                        files.there.add(file);
                    }
                    return files.known.add(file);
                },
                LISTED,
                Schemas.TENANTS);
        return files;
    }

    /**
     * Compares the register with the folder. A file without an entry is what a crash has left of one that was removed, and is
     * removed now; a folder in which one is missing is refused.
     *
     * @return the files that are in use
     */
    Set<TenantFileId.Own> reconcile(Optional<StoreFolder> folder) throws IOException {
        if (folder.isPresent()) {
            Set<String> found = folder.get().ownFiles();
            for (TenantFileId.Own file : there) {
                if (!found.remove(file.name())) {
                    throw StoreFolder.missing(file);
                }
            }
            known.forEach(file -> found.remove(file.name()));
            for (String left : List.copyOf(found)) {
                TenantFileId.Own file = new TenantFileId.Own(left);
                log.warn("Removing {}, which no organization has any more", file.fileName());
                folder.get().remove(file);
            }
        }
        return there;
    }
}
