package io.orgstead.application.usecase.data;

import java.util.Optional;

/**
 * All that can be done with the organizations' own documents. The caller's organization is the only one that any of it
 * reaches.
 *
 * @param insert inserts documents
 * @param find lists documents
 * @param get finds a document
 * @param replace puts a document in the place of another
 * @param patch changes parts of a document
 * @param delete removes a document
 * @param deleteAll removes all documents that a filter means
 * @param count counts documents
 * @param indexes looks after indexes
 * @param schema looks after the schema; empty where there are none
 * @param usage tells how much there is, and how much there may be
 * @param export hands out all documents
 * @param load takes any number of documents in
 */
public record OrganizationData(
        InsertDocuments insert,
        FindDocuments find,
        GetDocument get,
        ReplaceDocument replace,
        PatchDocument patch,
        DeleteDocument delete,
        DeleteDocuments deleteAll,
        CountDocuments count,
        ManageIndexes indexes,
        Optional<ManageSchema> schema,
        GetUsage usage,
        ExportDocuments export,
        ImportDocuments load) {}
