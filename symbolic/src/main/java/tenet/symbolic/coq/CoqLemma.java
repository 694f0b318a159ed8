package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;

/** A named lemma: an assumption of the file, stated in full. */
final class CoqLemma {
    final Statement statement;
    final boolean timed;
    final CoqSignature signature;
    private final CoqNames names;

    CoqLemma(Statement statement, CoqNames names) throws NotExportable {
        this.statement = statement;
        this.names = names;
        this.timed = statement.hypotheses().stream().anyMatch(hypothesis -> hypothesis.when() != Hypothesis.When.NOW)
                || statement.signature().declarations().stream().anyMatch(d -> d instanceof Declaration.Variable v && v.motion() == Declaration.Motion.MOVING);
        Set<String> all = new LinkedHashSet<>();
        statement.signature().declarations().forEach(declaration -> all.add(declaration.name()));
        try {
            this.signature = new CoqSignature(statement.signature(), all, timed, names, "", name -> !underRate(name));
        } catch (Missing | IllTyped missing) {
            throw NotExportable.at("lemma " + statement.id(), OptionalInt.empty(), missing.getMessage());
        }
    }

    String name() {
        return "lemma_" + CoqNames.word(statement.id());
    }

    private boolean underRate(String name) {
        return statement.hypotheses().stream().anyMatch(hypothesis -> underRate(name, hypothesis.formula())) || underRate(name, statement.conclusion());
    }

    private static boolean underRate(String name, Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> underRate(name, relation.left(), false) || underRate(name, relation.right(), false);
            case Formula.And and -> and.parts().stream().anyMatch(part -> underRate(name, part));
            case Formula.ForAll all -> underRate(name, all.body());
            case Formula.ForEvery every -> underRate(name, every.body());
            case Formula.Initially initially -> underRate(name, initially.body());
        };
    }

    private static boolean underRate(String name, Term term, boolean inside) {
        if (term instanceof Term.Symbol symbol && symbol.name().equals(name)) return inside;
        boolean below = inside || term instanceof Term.Rate;
        return term.children().stream().anyMatch(child -> underRate(name, child, below));
    }

    /** {@code Hypothesis lemma_zero_is_kept : forall ...}: first all objects, then all assumptions. */
    String text() throws NotExportable {
        StringBuilder objects = new StringBuilder();
        List<String> assumptions = new ArrayList<>();
        for (CoqSignature.Entry entry : signature.entries()) {
            switch (entry) {
                case CoqSignature.Entry.Given given -> objects.append(" (").append(given.name()).append(" : ").append(given.type()).append(")");
                case CoqSignature.Entry.Assumed assumed -> {
                    if (!assumed.name().equals("size_literal")) assumptions.add("(" + assumed.proposition() + ")");
                }
                case CoqSignature.Entry.Defined ignored ->
                        throw NotExportable.at("lemma " + statement.id(), OptionalInt.empty(), "a definition inside a lemma has no translation");
            }
        }
        try {
            for (Hypothesis hypothesis : statement.hypotheses()) {
                String formula = signature.terms.formula(hypothesis.formula());
                if (hypothesis.when() == Hypothesis.When.ALWAYS) assumptions.add("(forall t, time t -> " + formula + ")");
                if (hypothesis.when() == Hypothesis.When.INITIALLY) assumptions.add("((fun t => " + formula + ") t_start)");
            }
            String present = statement.hypotheses().stream().filter(hypothesis -> hypothesis.when() == Hypothesis.When.NOW)
                    .map(hypothesis -> "(" + signature.terms.formula(hypothesis.formula()) + ") ->\n  ").reduce("", String::concat);
            return "Hypothesis " + name() + " : forall" + objects + ",\n  "
                    + assumptions.stream().map(assumption -> assumption + " ->\n  ").reduce("", String::concat)
                    + (timed ? "forall t, time t -> " : "") + present + signature.terms.formula(statement.conclusion()) + ".\n";
        } catch (Missing | IllTyped missing) {
            throw NotExportable.at("lemma " + statement.id(), OptionalInt.empty(), missing.getMessage());
        }
    }
}
