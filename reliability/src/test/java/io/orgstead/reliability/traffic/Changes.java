package io.orgstead.reliability.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orgstead.reliability.journal.OrganizationState;
import io.orgstead.reliability.traffic.Change.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Makes changes up, from a seed. */
final class Changes {

    private static final int MOST_DOCUMENTS = 120;
    private static final int LARGEST_BATCH = 30;
    private static final List<Kind> OFTEN = List.of(
            Kind.RENAME,
            Kind.RENAME,
            Kind.EMAIL,
            Kind.PASSWORD,
            Kind.DELETE,
            Kind.DELETE,
            Kind.INSERT,
            Kind.INSERT,
            Kind.BATCH,
            Kind.BATCH,
            Kind.BATCH,
            Kind.IMPORT,
            Kind.PUT,
            Kind.PUT,
            Kind.PATCH,
            Kind.PATCH,
            Kind.REMOVE);

    private final Random random;
    private int written;

    Changes(Random random) {
        this.random = random;
    }

    /** The next change of a tenant, whose client has other organizations as well. */
    Change next(Tenant tenant, Optional<OrganizationState> state, List<OrganizationState> others) {
        if (state.isEmpty()) {
            return create(tenant, others);
        }
        Kind kind = OFTEN.get(random.nextInt(OFTEN.size()));
        OrganizationState present = state.get();
        if (present.documents().size() > MOST_DOCUMENTS) {
            kind = Kind.DELETE;
        }
        return switch (kind) {
            case CREATE, RENAME -> rename(tenant, present, others);
            case EMAIL -> email(tenant, present);
            case PASSWORD -> password(tenant, present);
            case DELETE -> new Change(Kind.DELETE, "DELETE", "/org/delete", "", Optional.empty(), true);
            case INSERT, BATCH, IMPORT -> insert(kind, present);
            case PUT -> put(present);
            case PATCH -> patch(present);
            case REMOVE -> remove(present);
        };
    }

    private Change create(Tenant tenant, List<OrganizationState> others) {
        String name = any(tenant.names());
        String email = any(tenant.emails());
        String password = any(tenant.passwords());
        boolean clash = !others.isEmpty() && random.nextInt(5) == 0;
        if (clash && random.nextBoolean()) {
            name = any(others).name();
        } else if (clash) {
            email = any(others).email();
        }
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("organization_name", name).put("email", email).put("password", password);
        OrganizationState after = new OrganizationState(name, email, password, new TreeMap<>());
        return new Change(Kind.CREATE, "POST", "/org/create", body.toString(), Optional.of(after), !clash);
    }

    private Change rename(Tenant tenant, OrganizationState present, List<OrganizationState> others) {
        boolean clash = !others.isEmpty() && random.nextInt(5) == 0;
        String name = clash ? any(others).name() : any(other(tenant.names(), present.name()));
        Change change = update(Kind.RENAME, "new_organization_name", name, present.named(name));
        return clash ? change.refused() : change;
    }

    private Change email(Tenant tenant, OrganizationState present) {
        String email = any(other(tenant.emails(), present.email()));
        return update(Kind.EMAIL, "email", email, present.reachedAt(email));
    }

    private Change password(Tenant tenant, OrganizationState present) {
        String password = any(other(tenant.passwords(), present.password()));
        return update(Kind.PASSWORD, "password", password, present.openedBy(password));
    }

    private static Change update(Kind kind, String field, String value, OrganizationState after) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.put(field, value);
        return new Change(kind, "PUT", "/org/update", body.toString(), Optional.of(after), true);
    }

    /** Now and then with a document among the others that is there already, which refuses all. */
    private Change insert(Kind kind, OrganizationState present) {
        SortedMap<String, String> documents = new TreeMap<>();
        int size = kind == Kind.INSERT ? 1 : 2 + random.nextInt(LARGEST_BATCH - 1);
        while (documents.size() < size) {
            documents.put(newId(), newValue());
        }
        boolean clash = !present.documents().isEmpty() && kind != Kind.IMPORT && random.nextInt(6) == 0;
        if (clash) {
            documents.put(any(present.documents()), newValue());
        }
        String path = kind == Kind.IMPORT ? "/org/import" : "/org/data";
        String body = kind == Kind.IMPORT ? lines(documents) : array(documents).toString();
        Change change = new Change(kind, "POST", path, body, Optional.of(present.with(documents)), true);
        return clash ? change.refused() : change;
    }

    private Change put(OrganizationState present) {
        boolean there = !present.documents().isEmpty() && random.nextBoolean();
        String id = there ? any(present.documents()) : newId();
        String value = newValue();
        OrganizationState after = present.with(Map.of(id, value));
        String body = document(id, value).toString();
        return new Change(Kind.PUT, "PUT", "/org/data/" + id, body, Optional.of(after), true);
    }

    private Change patch(OrganizationState present) {
        if (present.documents().isEmpty()) {
            return put(present);
        }
        String id = any(present.documents());
        String value = newValue();
        String body = Api.JSON.createObjectNode().put("v", value).toString();
        return new Change(
                Kind.PATCH, "PATCH", "/org/data/" + id, body, Optional.of(present.with(Map.of(id, value))), true);
    }

    private Change remove(OrganizationState present) {
        if (present.documents().isEmpty()) {
            return put(present);
        }
        String id = any(present.documents());
        return new Change(Kind.REMOVE, "DELETE", "/org/data/" + id, "", Optional.of(present.without(id)), true);
    }

    private static ArrayNode array(SortedMap<String, String> documents) {
        ArrayNode array = Api.JSON.createArrayNode();
        documents.forEach((id, value) -> array.add(document(id, value)));
        return array;
    }

    private static String lines(SortedMap<String, String> documents) {
        StringJoiner lines = new StringJoiner("\n");
        documents.forEach((id, value) -> lines.add(document(id, value).toString()));
        return lines.toString();
    }

    private static ObjectNode document(String id, String value) {
        return Api.JSON.createObjectNode().put("_id", id).put("v", value);
    }

    private String newId() {
        return "d" + Integer.toString(random.nextInt(1 << 30), Character.MAX_RADIX);
    }

    /** Never the same twice, so that a write that was lost behind another one shows. */
    private String newValue() {
        written++;
        return written + "." + Integer.toString(random.nextInt(1 << 20), Character.MAX_RADIX);
    }

    private String any(SortedMap<String, String> documents) {
        return any(List.copyOf(documents.keySet()));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> other(List<String> all, String present) {
        return all.stream().filter(each -> !each.equals(present)).toList();
    }
}
