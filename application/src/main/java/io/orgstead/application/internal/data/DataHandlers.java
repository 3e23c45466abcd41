package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.OrganizationData;

/** Makes the handlers and wires them. */
public final class DataHandlers {

    private DataHandlers() {}

    /** The use cases on these ports. */
    public static OrganizationData on(DataPorts ports) {
        TenantScopes scopes = new TenantScopes(ports);
        Refusals refusals = new Refusals(ports.quota());
        Changes changes = new Changes(scopes, ports.documents());
        Schemas schemas = new Schemas(ports.schemas());
        Replacement replacement = new Replacement(ports, refusals, schemas);
        Insertion insertion = new Insertion(ports, scopes, refusals, schemas);
        ReplaceDocumentHandler replace = new ReplaceDocumentHandler(ports, changes, insertion, replacement, schemas);
        return new OrganizationData(
                new InsertDocumentsHandler(ports.ids(), insertion, new OnceOnly(ports, scopes, insertion)),
                new FindDocumentsHandler(ports, scopes),
                new GetDocumentHandler(ports.documents(), scopes),
                replace,
                new PatchDocumentHandler(changes, replacement),
                new DeleteDocumentHandler(ports.documents(), changes),
                (caller, filter) ->
                        scopes.within(caller, scope -> ports.documents().deleteAll(scope, filter)),
                (caller, filter) ->
                        scopes.within(caller, scope -> ports.documents().count(scope, filter)),
                new ManageIndexesHandler(ports, scopes),
                ports.schemas().map(kept -> new ManageSchemaHandler(kept, ports.documents(), scopes)),
                new GetUsageHandler(ports, scopes),
                new ExportDocumentsHandler(ports.documents(), scopes),
                new ImportDocumentsHandler(ports, scopes, refusals, schemas, insertion, replace));
    }
}
