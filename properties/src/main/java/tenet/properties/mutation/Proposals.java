package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.Term;
import tenet.theorems.Source;

/** How a mutant might be proved: arguments for the search to try, the most likely and cheapest first. */
final class Proposals {
    /** Theorems that are no relatives of the claim, but compare the same. */
    private static final int MOST_OTHERS = 3;

    private final Source source;
    private final Map<String, Theorem> theorems;
    private final Map<String, Statement> lemmas;
    private final Function<String, Optional<Certificate>> certificates;
    private final Claim claim;
    private final String family;

    /**
     * @param theorems    that may be cited
     * @param restated    the ids of those that are stated with the mutant's change of a declaration
     * @param certificate a derivation that is checked as it stands, in place of a search
     * @param argument    for a statement: the mutant's, perhaps with further hypotheses
     */
    record Proposal(Map<String, Theorem> theorems, List<String> restated, Optional<Certificate> certificate,
                    Function<Statement, Optional<List<Derivation>>> argument) {
    }

    /**
     * @param certificates stored derivations, by id
     * @param claim        a mutant's
     */
    Proposals(Source source, Map<String, Theorem> theorems, Map<String, Statement> lemmas, Function<String, Optional<Certificate>> certificates, Claim claim) {
        this.source = source;
        this.theorems = theorems;
        this.lemmas = lemmas;
        this.certificates = certificates;
        this.claim = claim;
        this.family = source.claim(claim.id()).flatMap(Claim::variantOf).orElse(claim.id());
    }

    /** @param thorough whether to try what seldom helps, too */
    List<Proposal> plain(boolean thorough) {
        List<Proposal> found = new ArrayList<>();
        Optional<Statement> original = Optional.ofNullable(theorems.get(claim.id())).map(Theorem::statement);
        original.ifPresent(theorem -> found.add(from(theorem)));
        found.addAll(restated());
        found.add(plain(asked -> Optional.of(claim.derivation())));
        if (!thorough) return found;
        // Where a hypothesis of the claim holds that the mutant lacks, from the claim; elsewhere without it.
        original.filter(theorem -> Weakening.byCases(theorem, claim.statement(), claim.place()).isPresent())
                .ifPresent(theorem -> found.add(plain(asked -> Weakening.byCases(theorem, asked, claim.place()))));
        for (Claim relative : source.document().claims())
            if (isRelative(relative) && theorems.containsKey(relative.id())) found.add(from(theorems.get(relative.id()).statement()));
        found.add(bare());
        others().forEach(theorem -> found.add(from(theorem)));
        return found;
    }

    /** From the hypotheses alone. */
    Proposal bare() {
        return plain(asked -> Optional.of(List.of()));
    }

    private Proposal plain(Function<Statement, Optional<List<Derivation>>> argument) {
        return new Proposal(theorems, List.of(), Optional.empty(), argument);
    }

    private Proposal from(Statement theorem) {
        return plain(asked -> Weakening.of(theorem, asked, claim.place()));
    }

    /** The claim that it varies and the variants of that. */
    private boolean isRelative(Claim other) {
        return !other.id().equals(claim.id()) && (other.id().equals(family) || other.variantOf().equals(Optional.of(family)));
    }

    /** By what the claim's derivation cites, where that, too, holds with the mutant's change of a declaration. */
    private List<Proposal> restated() {
        Optional<Certificate> stored = certificates.apply(claim.id());
        Optional<List<Declaration>> difference = source.claim(claim.id()).flatMap(original -> Restatement.difference(original.statement(), claim.statement()));
        if (stored.isEmpty() || difference.isEmpty()) return List.of();
        Restatement restatement = new Restatement(difference.get().getFirst(), difference.get().getLast(), lemmas, theorems, certificates);
        List<String> ids = restatement.cite(stored.get());
        if (ids.isEmpty()) return List.of();
        Map<String, Theorem> all = restatement.theorems();
        return List.of(new Proposal(all, ids, stored, asked -> Optional.empty()),
                new Proposal(all, ids, Optional.empty(), asked -> Optional.of(claim.derivation())));
    }

    /** Theorems of the same file that compare the same term in the same direction. */
    private List<Statement> others() {
        if (!(inner(claim.statement().conclusion()) instanceof Formula.Relation wanted)) return List.of();
        return source.document().claims().stream()
                .filter(other -> theorems.containsKey(other.id()) && !other.id().equals(claim.id()) && !isRelative(other))
                .filter(other -> inner(other.statement().conclusion()) instanceof Formula.Relation offered && alike(wanted, offered))
                .limit(MOST_OTHERS).map(other -> theorems.get(other.id()).statement()).toList();
    }

    private static boolean alike(Formula.Relation wanted, Formula.Relation offered) {
        Term side = wanted.left();
        return offered.left().equals(side) && direction(wanted) == direction(offered) || offered.right().equals(side) && direction(wanted) == -direction(offered);
    }

    private static int direction(Formula.Relation relation) {
        return switch (relation.comparison()) {
            case LESS, AT_MOST -> -1;
            case GREATER, AT_LEAST -> 1;
            case EQUAL, UNEQUAL -> 0;
        };
    }

    private static Formula inner(Formula formula) {
        return switch (formula) {
            case Formula.ForAll all -> inner(all.body());
            case Formula.ForEvery every -> inner(every.body());
            case Formula.Relation relation -> relation;
            case Formula.And and -> and;
            case Formula.Initially initially -> initially;
        };
    }
}
