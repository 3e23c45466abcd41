package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.contract.AdminsContract;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAdminsTest extends AdminsContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected Admins admins() {
        return fresh.connect().admins();
    }

    @Override
    protected void addForeign(Admin admin, String email) {
        // The fake compares bytes whatever the collation. Other cases than lower case are for a real MongoDB.
        String stored = MongoTarget.isReal() ? email : admin.email().value();
        fresh.database()
                .getCollection("admins", BsonDocument.class)
                .insertOne(AdminDocument.write(admin).append("email", new BsonString(stored)));
    }
}
