package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/**
 * A client of the driver that dies at one of its writes and commands, before that reaches the server or after it has: whatever
 * is tried after that does not happen either, as in a process that was killed.
 */
final class DyingClient {

    /** Death is no exception that anybody may handle. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static final Set<String> COMMANDS = Set.of(
            "runCommand",
            "insertOne",
            "insertMany",
            "updateOne",
            "updateMany",
            "replaceOne",
            "deleteOne",
            "deleteMany",
            "findOneAndUpdate");

    private static final List<Class<?>> HANDLES =
            List.of(MongoClient.class, MongoCluster.class, MongoDatabase.class, MongoCollection.class);

    private int left = Integer.MAX_VALUE;
    private boolean after;
    private boolean dead;

    MongoClient over(MongoClient client) {
        return (MongoClient) wrapped(client, MongoClient.class);
    }

    /** Dies at the next command but so many, before or after it has taken effect. */
    void dieAt(int command, boolean afterIt) {
        left = command;
        after = afterIt;
    }

    /** Whether it has died. */
    boolean isDead() {
        return dead;
    }

    private Object wrapped(Object handle, Class<?> type) {
        return Proxy.newProxyInstance(
                DyingClient.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    boolean fatal = false;
                    if (COMMANDS.contains(method.getName())) {
                        fatal = left-- <= 0;
                        if (dead || (fatal && !after)) {
                            dead = true;
                            throw new Death();
                        }
                    }
                    try {
                        Object result = method.invoke(handle, given);
                        if (fatal) {
                            dead = true;
                            throw new Death();
                        }
                        Class<?> returned = method.getReturnType();
                        return result != null && HANDLES.contains(returned) ? wrapped(result, returned) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
