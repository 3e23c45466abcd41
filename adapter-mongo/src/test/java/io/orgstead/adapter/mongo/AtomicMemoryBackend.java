package io.orgstead.adapter.mongo;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import java.util.List;

/**
 * The fake with one guarantee of MongoDB that it lacks: a document is seen before or after an update, never in the middle.
 * Commands run one after the other, and answers are copies.
 */
final class AtomicMemoryBackend extends MemoryBackend {

    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        return super.handleMessage(message).cloneDeeply();
    }

    @Override
    public synchronized QueryResult handleQuery(MongoQuery query) {
        QueryResult result = super.handleQuery(query);
        List<Document> copies =
                result.collectDocuments().stream().map(Document::cloneDeeply).toList();
        return new QueryResult(copies, result.getCursorId());
    }
}
