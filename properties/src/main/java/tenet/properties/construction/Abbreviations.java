package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Term;

/**
 * Variables that move without a flow and that a hypothesis makes equal to a term: {@code always alignment: g = inner(C, v)}. What else is
 * said of them is said of the term, so that constructors can change what is in it; they are computed last. A term with roots is left to
 * be solved, since it may have no rational value.
 */
final class Abbreviations {
    /** Of rational numbers, and of vectors whose norms are known to be rational, these have rational values. */
    private static final Set<Operator> RATIONAL = Set.of(Operator.ADD, Operator.NEGATE, Operator.MULTIPLY, Operator.DIVIDE, Operator.TRANSPOSE, Operator.TRACE,
            Operator.DETERMINANT, Operator.INNER, Operator.ENTRY, Operator.NORM, Operator.IDENTITY, Operator.ZERO);

    private final Map<String, Formula.Relation> defining;
    private final Signature unfolding;

    private Abbreviations(Map<String, Formula.Relation> defining, Signature unfolding) {
        this.defining = defining;
        this.unfolding = unfolding;
    }

    static Abbreviations of(Statement statement) {
        Signature signature = statement.signature();
        Map<String, Formula.Relation> defining = new LinkedHashMap<>();
        Map<String, Term> terms = new LinkedHashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Declaration declaration : signature.declarations()) if (Constancy.movesFreely(declaration, signature)) unknown.add(declaration.name());
        List<Declaration.Definition> definitions = signature.declarations().stream()
                .filter(Declaration.Definition.class::isInstance).map(Declaration.Definition.class::cast).toList();
        for (Hypothesis hypothesis : statement.hypotheses())
            for (Formula part : parts(hypothesis.formula()))
                if (part instanceof Formula.Relation relation && relation.comparison() == Comparison.EQUAL) {
                    Formula.Relation unfolded = (Formula.Relation) Signature.unfold(relation, definitions);
                    name(unfolded.left(), unfolded.right(), unknown).filter(name -> !defining.containsKey(name)).ifPresent(name -> {
                        defining.put(name, unfolded);
                        terms.put(name, unfolded.right());
                    });
                }
        List<Declaration> declarations = signature.declarations().stream().map(declaration -> terms.containsKey(declaration.name())
                && declaration instanceof Declaration.Variable variable ? new Declaration.Definition(variable.name(), List.of(), terms.get(variable.name())) : declaration).toList();
        return new Abbreviations(defining, terms.isEmpty() ? signature : new Signature(declarations));
    }

    private static List<Formula> parts(Formula formula) {
        return formula instanceof Formula.And(List<Formula> all) ? all : List.of(formula);
    }

    private static Optional<String> name(Term side, Term other, Set<String> unknown) {
        return side instanceof Term.Symbol symbol && symbol.indices().isEmpty() && unknown.contains(symbol.name()) && side.sort().isScalar()
                && Names.free(other).stream().noneMatch(unknown::contains) && !(other instanceof Term.Symbol) && isRational(other)
                && !Patterns.arguments(Operator.NORM, other).isPresent() ? Optional.of(symbol.name()) : Optional.empty();
    }

    private static boolean isRational(Term term) {
        boolean here = switch (term) {
            case Term.Apply apply -> RATIONAL.contains(apply.operator())
                    || apply.operator() == Operator.POWER && apply.argument(1) instanceof Term.Number(var exponent) && exponent.isInteger();
            case Term.Number ignored -> true;
            case Term.Symbol ignored -> true;
            case Term.MatrixLiteral ignored -> true;
            case Term.Big ignored -> true;
            case Term.Contract ignored -> true;
            case Term.Call ignored -> false;
            case Term.Gradient ignored -> false;
            case Term.Rate ignored -> false;
        };
        return here && term.children().stream().allMatch(Abbreviations::isRational);
    }

    /** Whether the relation makes a variable equal to its term. */
    boolean defines(Clause clause) {
        return defining.containsValue(clause.relation());
    }

    /** The clauses of a hypothesis, with the terms in place of the variables where that cannot do harm. */
    List<Clause> clauses(Hypothesis hypothesis, Signature signature) {
        List<Clause> clauses = Clause.of(hypothesis, signature);
        if (defining.isEmpty()) return clauses;
        List<Clause> unfolded = Clause.of(hypothesis, unfolding);
        List<Clause> chosen = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            // Equations that always hold are differentiated: they stay as they are.
            boolean stays = defines(clause) || clause.speaksOfRates() || clause.isEquality() && clause.when() == Hypothesis.When.ALWAYS;
            chosen.add(stays ? clause : unfolded.get(i));
        }
        return chosen;
    }
}
