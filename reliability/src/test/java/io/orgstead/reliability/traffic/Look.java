package io.orgstead.reliability.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.orgstead.reliability.journal.OrganizationState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at what there is of a tenant, by the API alone. */
final class Look {

    private final Api api;

    Look(Api api) {
        this.api = api;
    }

    /**
     * What is there under any of the tenant's names.
     *
     * @throws StrangeAnswerException if an answer says something else than that it is there or not
     */
    Optional<OrganizationState> at(Tenant tenant) throws IOException, StrangeAnswerException {
        List<JsonNode> found = new ArrayList<>();
        for (String name : tenant.names()) {
            Answer answer = told(api.find(name));
            if (answer.status() == 200) {
                found.add(answer.body());
            } else if (answer.status() != 404) {
                throw new StrangeAnswerException("looking " + name + " up: " + answer);
            }
        }
        if (found.size() > 1) {
            throw new StrangeAnswerException("two organizations instead of one: " + found);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(inside(tenant, found.get(0)));
    }

    private OrganizationState inside(Tenant tenant, JsonNode organization) throws IOException, StrangeAnswerException {
        String email = organization.path("admin_email").asText();
        String password = tenant.token().isPresent() && !tenant.journal().isOpen()
                ? tenant.journal().settled().orElseThrow().password()
                : logIn(tenant, email);
        return new OrganizationState(
                organization.path("organization_name").asText(), email, password, documents(tenant));
    }

    /** Tries every password that it may have. */
    private String logIn(Tenant tenant, String email) throws IOException, StrangeAnswerException {
        List<String> passwords = tenant.journal().possible().stream()
                .flatMap(Optional::stream)
                .map(OrganizationState::password)
                .distinct()
                .toList();
        for (String password : passwords) {
            Answer answer = told(api.logIn(email, password));
            if (answer.status() == 200) {
                tenant.holdToken(Optional.of(answer.body().path("access_token").asText()));
                return password;
            }
            if (answer.status() != 401) {
                throw new StrangeAnswerException("logging " + email + " in: " + answer);
            }
        }
        throw new StrangeAnswerException("no password that was ever acknowledged or asked for opens " + email);
    }

    private SortedMap<String, String> documents(Tenant tenant) throws IOException, StrangeAnswerException {
        Answer answer = told(api.send("GET", "/org/data?limit=1000", tenant.token(), ""));
        if (answer.status() != 200) {
            throw new StrangeAnswerException("listing the documents of " + tenant.label() + ": " + answer);
        }
        SortedMap<String, String> documents = new TreeMap<>();
        for (JsonNode item : answer.body().path("items")) {
            documents.put(item.path("_id").asText(), item.path("v").asText());
        }
        return documents;
    }

    private static Answer told(Answer answer) throws BusyException {
        if (answer.status() == 503) {
            throw new BusyException(answer);
        }
        return answer;
    }
}
