package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Theorem;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;

/** Turns an author's reasons into facts: instances of what is known, of lemmas and of theorems. Untrusted. */
final class Hints {
    private final Proof proof;
    private final Map<String, Statement> lemmas;
    private final Map<String, Theorem> theorems;
    private final Goals goals;

    /** @param goals derives the hypotheses of lemmas and theorems */
    Hints(Proof proof, Map<String, Statement> lemmas, Map<String, Theorem> theorems, Goals goals) {
        this.proof = proof;
        this.lemmas = lemmas;
        this.theorems = theorems;
        this.goals = goals;
    }

    List<Known.Fact> facts(Proof.Scope scope, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        List<Known.Fact> facts = new ArrayList<>();
        for (Derivation.Reason reason : reasons)
            if (reason instanceof Derivation.Reason.Fact hint) facts.addAll(fact(scope, hint, reasons, known, place));
        return facts;
    }

    List<Known.Fact> fact(Proof.Scope scope, Derivation.Reason.Fact hint, List<Derivation.Reason> reasons, Known known, Claim.Place place) {
        Optional<Known.Fact> local = known.named(hint.name());
        try {
            if (local.isPresent() && !hint.named().isEmpty()) throw new IllTyped(hint.name() + " takes its terms in order, not by name");
            if (local.isPresent()) return List.of(hint.arguments().isEmpty() ? local.get() : instance(scope, local.get(), hint.arguments(), known, place));
            if (lemmas.containsKey(hint.name())) return List.of(imported(scope, "lemma", lemmas.get(hint.name()), hint, reasons, known, place));
            if (theorems.containsKey(hint.name())) return List.of(imported(scope, "theorem", theorems.get(hint.name()).statement(), hint, reasons, known, place));
        } catch (IllTyped e) {
            throw new Stuck(place, proof.statement().conclusion(), e.getMessage());
        }
        throw new Stuck(place, proof.statement().conclusion(), hint.name() + " has not been proved, so it cannot be used");
    }

    private Known.Fact instance(Proof.Scope scope, Known.Fact fact, List<Term> values, Known known, Claim.Place place) {
        Formula formula = Instances.instantiate(Known.seen(fact, scope, proof).orElseThrow(() ->
                new Stuck(place, fact.formula(), fact.name() + " is not known to hold at the time of this step")), values);
        Proof.Proposal proposal = new Proof.Proposal(formula, "instantiate", Optional.empty(), List.of(fact.step()), Instances.numbered(values), "");
        int step = proof.add(scope, proposal, known.signs(scope, proof)).orElseThrow(() -> new Stuck(place, formula, fact.name() + ": " + proof.lastComplaint()));
        return new Known.Fact("", scope.stated(formula), step);
    }

    /** An instance of a lemma or theorem, its hypotheses derived from what is known and the other hints. */
    private Known.Fact imported(Proof.Scope scope, String rule, Statement statement, Derivation.Reason.Fact hint, List<Derivation.Reason> reasons,
                                Known known, Claim.Place place) {
        Instances.Instance instance = Instances.of(statement, proof.statement().signature(), hint.arguments(), hint.named());
        List<Derivation.Reason> others = reasons.stream().filter(reason -> reason != hint && !(reason instanceof Derivation.Reason.Induction)).toList();
        List<Integer> premises = new ArrayList<>();
        for (Hypothesis hypothesis : instance.hypotheses()) {
            Proof.Scope at = hypothesis.when() == Hypothesis.When.INITIALLY ? scope.atStart()
                    : hypothesis.when() == Hypothesis.When.ALWAYS ? new Proof.Scope(scope.fixed(), scope.assumed(), false) : scope;
            try {
                premises.add(goals.goal(at, hypothesis.formula(), others, known, place));
            } catch (Stuck stuck) {
                throw new Stuck(place, hypothesis.formula(), statement.id() + " needs  " + Text.of(hypothesis.formula())
                        + (hypothesis.when() == Hypothesis.When.NOW ? "" : " (" + hypothesis.when().name().toLowerCase(java.util.Locale.ROOT) + ")")
                        + "; " + stuck.getMessage());
            }
        }
        Proof.Proposal proposal = new Proof.Proposal(instance.conclusion(), rule, Optional.of(statement.id()), premises, instance.arguments(), "");
        int step = proof.add(scope, proposal, known.signs(scope, proof)).orElseThrow(() ->
                new Stuck(place, instance.conclusion(), statement.id() + " does not apply: " + proof.lastComplaint()));
        return new Known.Fact("", scope.stated(instance.conclusion()), step);
    }

    static String words(List<Derivation.Reason> reasons) {
        return String.join(", ", reasons.stream().map(reason -> switch (reason) {
            case Derivation.Reason.Fact(String name, var arguments, var named) -> name.replace('_', ' ');
            case Derivation.Reason.Law(String text) -> text;
            case Derivation.Reason.Induction(String index, boolean down) -> "induction on " + index;
        }).toList());
    }
}
