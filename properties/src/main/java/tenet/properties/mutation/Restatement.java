package tenet.properties.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.kernel.Theorem;

/**
 * Theorems with one declaration changed as in a mutant, under their ids, as far as their stored derivations prove them so: where depth
 * one does for a claim it often does for what its derivation cites. The kernel checks each of them anew.
 */
final class Restatement {
    private final Declaration before;
    private final Declaration after;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final Function<String, Optional<Certificate>> certificates;
    private final Map<String, Theorem> restated = new LinkedHashMap<>();
    private final java.util.Set<String> seen = new java.util.LinkedHashSet<>();

    /** @param certificates the stored derivations, by id */
    Restatement(Declaration before, Declaration after, Map<String, Statement> lemmas, Map<String, Theorem> theorems,
                Function<String, Optional<Certificate>> certificates) {
        this.before = before;
        this.after = after;
        this.lemmas = lemmas;
        this.theorems = theorems;
        this.certificates = certificates;
    }

    /** The only declaration in which the statements differ, as it is in each. */
    static Optional<List<Declaration>> difference(Statement original, Statement changed) {
        List<Declaration> ours = original.signature().declarations();
        List<Declaration> theirs = changed.signature().declarations();
        if (ours.size() != theirs.size()) return Optional.empty();
        List<Integer> places = java.util.stream.IntStream.range(0, ours.size()).filter(i -> !ours.get(i).equals(theirs.get(i))).boxed().toList();
        return places.size() == 1 ? Optional.of(List.of(ours.get(places.getFirst()), theirs.get(places.getFirst()))) : Optional.empty();
    }

    /** The ids of the theorems that now say more; those that the derivation cites, those that these cite, and so on. */
    List<String> cite(Certificate derivation) {
        for (Certificate.Step step : derivation.steps())
            if (step.rule().equals("theorem")) step.label().ifPresent(this::restate);
        return List.copyOf(restated.keySet());
    }

    /** All theorems, the restated ones in place of their originals. */
    Map<String, Theorem> theorems() {
        Map<String, Theorem> all = new LinkedHashMap<>(theorems);
        all.putAll(restated);
        return all;
    }

    private void restate(String id) {
        Theorem theorem = theorems.get(id);
        Optional<Certificate> derivation = certificates.apply(id);
        if (theorem == null || derivation.isEmpty() || !theorem.statement().signature().declarations().contains(before) || !seen.add(id)) return;
        cite(derivation.get());
        if (Thread.currentThread().isInterrupted()) return;
        Statement old = theorem.statement();
        Statement changed = new Statement(id, new Signature(old.signature().declarations().stream()
                .map(declaration -> declaration.equals(before) ? after : declaration).toList()), old.hypotheses(), old.conclusion());
        if (new Checker(lemmas, theorems()).check(changed, derivation.get()) instanceof Checker.Result.Proved(Theorem again)) restated.put(id, again);
    }
}
