package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Term;

/** The derivation found so far. A step enters only if the kernel accepts it. */
final class Proof {
    private final Statement statement;
    private final Checker.Draft draft;
    private String lastComplaint = "";

    Proof(Checker checker, Statement statement) {
        this.statement = statement;
        this.draft = checker.new Draft(statement);
    }

    /** Where a step is stated: indices held fixed, local assumptions, and whether it speaks of the start of the motion. */
    record Scope(List<Range> fixed, List<Certificate.Assumption> assumed, boolean start) {
        static final Scope OUTERMOST = new Scope(List.of(), List.of(), false);

        Scope with(Range range) {
            List<Range> all = new ArrayList<>(fixed);
            all.add(range);
            return new Scope(all, assumed, start);
        }

        Scope with(Certificate.Assumption assumption) {
            List<Certificate.Assumption> all = new ArrayList<>(assumed);
            all.add(assumption);
            return new Scope(fixed, all, start);
        }

        Scope atStart() {
            return new Scope(fixed, assumed, true);
        }

        /** The formula as a step in this scope concludes it. */
        Formula stated(Formula formula) {
            return start ? new Formula.Initially(formula) : formula;
        }
    }

    /** A step as proposed: everything but its number and place. */
    record Proposal(Formula conclusion, String rule, Optional<String> label, List<Integer> premises, Map<String, Term> arguments, String reason) {
        static Proposal of(Formula conclusion, String rule, List<Integer> premises, String reason) {
            return new Proposal(conclusion, rule, Optional.empty(), premises, Map.of(), reason);
        }

        Proposal with(List<Integer> morePremises) {
            List<Integer> all = new ArrayList<>(premises);
            all.addAll(morePremises);
            return new Proposal(conclusion, rule, label, all, arguments, reason);
        }

        Proposal without(int premise) {
            return new Proposal(conclusion, rule, label, premises.stream().filter(number -> number != premise).toList(), arguments, reason);
        }
    }

    /** The number of the new step, or of an equal earlier one; empty when the kernel rejects it. */
    Optional<Integer> add(Scope scope, Proposal proposal) {
        if (Thread.currentThread().isInterrupted()) throw new Interrupted();
        Formula stated = scope.stated(proposal.conclusion());
        for (Certificate.Step earlier : draft.steps())
            if (earlier.rule().equals(proposal.rule()) && earlier.label().equals(proposal.label()) && earlier.premises().equals(proposal.premises())
                    && earlier.arguments().equals(proposal.arguments()) && earlier.fixed().equals(scope.fixed())
                    && earlier.assumed().equals(scope.assumed()) && earlier.conclusion().equals(stated)) return Optional.of(earlier.number());
        Optional<Checker.Result.Rejected> rejected = draft.add(step(scope, proposal, stated));
        rejected.ifPresent(r -> lastComplaint = r.message());
        return rejected.isPresent() ? Optional.empty() : Optional.of(draft.size());
    }

    /** Tries without the optional premises, then with all of them, leaving out those the kernel finds not needed. */
    Optional<Integer> add(Scope scope, Proposal proposal, List<Integer> optional) {
        Optional<Integer> plain = add(scope, proposal);
        if (plain.isPresent() || optional.isEmpty()) return plain;
        Proposal full = proposal.with(optional.stream().filter(number -> !proposal.premises().contains(number)).toList());
        while (true) {
            Formula stated = scope.stated(full.conclusion());
            Optional<Checker.Result.Rejected> rejected = draft.add(step(scope, full, stated));
            if (rejected.isEmpty()) return Optional.of(draft.size());
            lastComplaint = rejected.get().message();
            if (rejected.get().unneededPremise().isEmpty()) return Optional.empty();
            int unneeded = rejected.get().unneededPremise().getAsInt();
            if (!optional.contains(unneeded) || proposal.premises().contains(unneeded)) return Optional.empty();
            full = full.without(unneeded);
        }
    }

    private Certificate.Step step(Scope scope, Proposal proposal, Formula stated) {
        return new Certificate.Step(draft.size() + 1, scope.fixed(), scope.assumed(), stated, proposal.rule(), proposal.label(),
                proposal.premises(), proposal.arguments(), proposal.reason());
    }

    /** The wanted index name, or one like it that neither the signature nor the scope uses. */
    String freshName(String wanted, Scope scope) {
        Set<String> taken = new LinkedHashSet<>();
        for (Declaration declaration : statement.signature().declarations()) taken.add(declaration.name());
        scope.fixed().forEach(range -> taken.add(range.index()));
        return Names.fresh(wanted, taken);
    }

    Statement statement() {
        return statement;
    }

    boolean always(int step) {
        return draft.always(step);
    }

    Certificate.Step step(int number) {
        return draft.steps().get(number - 1);
    }

    int size() {
        return draft.size();
    }

    /** What the kernel said of the last step that it rejected. */
    String lastComplaint() {
        return lastComplaint;
    }

    /** The steps that the last one rests on, renumbered. */
    Certificate certificate() {
        return Pruning.of(new Certificate(statement.id(), draft.steps()));
    }

    /** The search was told to stop. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("the search was interrupted", null, false, false);
        }
    }
}
