package io.orgstead.reliability.server;

import java.util.List;

/**
 * All that a store holds.
 *
 * @param admins the identifier of each admin
 * @param adminsNamed the identifiers of the admins that organizations name, one for each organization
 * @param unsettled organizations and admins that something is under way with
 * @param homes the names of what organizations' documents are in
 */
public record Contents(List<String> admins, List<String> adminsNamed, List<String> unsettled, List<String> homes) {}
