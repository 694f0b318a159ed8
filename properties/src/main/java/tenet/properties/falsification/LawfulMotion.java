package tenet.properties.falsification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Constancy;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Condition;
import tenet.symbolic.kernel.Expansion;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * A statement whose variables move by laws among its hypotheses, not by flows, restated with flows, so that its motions
 * can be enclosed. Of the variables that move without a flow
 * <ul>
 * <li>one with a law, {@code always x' = term}, moves by that law;
 * <li>one that always equals a term, {@code always x = term}, becomes an abbreviation; what its derivative needs becomes a hypothesis;
 * <li>any other, of which no equation is assumed, keeps the rate that it has at the start.
 * </ul>
 * Every motion of the restatement from a start that satisfies {@link #start} is one of the statement: the equations that
 * are gone hold by construction, everything else is still a hypothesis. There may be more motions of the statement.
 */
final class LawfulMotion {
    private static final String SPEED = "speed_of_";
    private static final Set<Operator> LINEAR_IN_PARTS = Set.of(Operator.ADD, Operator.NEGATE, Operator.MULTIPLY, Operator.INNER, Operator.TRANSPOSE);

    private final Statement start;
    private final Statement restated;
    private final Map<String, Formula> abbreviations;
    private final List<Declaration.Variable> driven;

    private LawfulMotion(Statement start, Statement restated, Map<String, Formula> abbreviations, List<Declaration.Variable> driven) {
        this.start = start;
        this.restated = restated;
        this.abbreviations = Map.copyOf(abbreviations);
        this.driven = List.copyOf(driven);
    }

    /** What is said of a start: the statement without its laws. Its declarations are those of the statement. */
    Statement start() {
        return start;
    }

    /** The statement about the motions, whose starts are {@link #restated(Instance)}. */
    Statement restated() {
        return restated;
    }

    /** A start as the restatement reads it. */
    Instance restated(Instance drawn) {
        Map<String, Map<List<Integer>, Value<Rational>>> values = new HashMap<>(drawn.values());
        values.keySet().removeAll(abbreviations.keySet());
        for (Declaration.Variable variable : driven) {
            Map<List<Integer>, Value<Rational>> speeds = new HashMap<>();
            drawn.values().getOrDefault(variable.name(), Map.of()).forEach((indices, value) ->
                    speeds.put(indices, drawn.rate(variable.name(), indices).orElseGet(() -> value.map(ignored -> Rational.ZERO))));
            values.put(SPEED + variable.name(), speeds);
        }
        return new Instance(values, drawn.functions(), Map.of());
    }

    /** A start as the statement reads it: with the rates that are kept, without those that the laws give. */
    Instance told(Instance drawn) {
        Map<String, Map<List<Integer>, Value<Rational>>> rates = new HashMap<>();
        driven.forEach(variable -> rates.put(variable.name(), drawn.rates().getOrDefault(variable.name(), Map.of())));
        return new Instance(drawn.values(), drawn.functions(), rates);
    }

    /** What a motion of the restatement is, beyond what the statement says. */
    List<String> caveats() {
        return driven.stream().map(variable -> variable.name() + " keeps this rate").toList();
    }

    /** Empty when the statement has no such variables, or when an equation about moving quantities remains. */
    static Optional<LawfulMotion> of(Statement statement) {
        if (!MotionJudge.speaksOfLaterTimes(statement)) return Optional.empty();
        List<Declaration.Variable> free = new ArrayList<>();
        for (Declaration declaration : statement.signature().declarations())
            if (Constancy.movesFreely(declaration, statement.signature())) free.add((Declaration.Variable) declaration);
        if (free.isEmpty()) return Optional.empty();
        try {
            return new Reading(statement).restated(free);
        } catch (IllTyped noDerivative) {
            return Optional.empty();
        }
    }

    /** A part of a hypothesis that always holds: a formula under index quantifiers. */
    private record Part(String hypothesis, List<Range> ranges, Formula body) {
        Formula formula() {
            Formula whole = body;
            for (Range range : ranges.reversed()) whole = new Formula.ForAll(range, whole);
            return whole;
        }

        /** The other side, when the part is an equation with this on one side and its indices are those of the family. */
        Optional<Equation> equation(Declaration.Variable variable, boolean rate) {
            if (!(body instanceof Formula.Relation(Comparison comparison, Term left, Term right)) || comparison != Comparison.EQUAL) return Optional.empty();
            return equation(left, right, variable, rate).or(() -> equation(right, left, variable, rate));
        }

        private Optional<Equation> equation(Term side, Term other, Declaration.Variable variable, boolean rate) {
            Term bare = rate && side instanceof Term.Rate(Term of) ? of : side;
            if (rate != side instanceof Term.Rate || !(bare instanceof Term.Symbol symbol) || !symbol.name().equals(variable.name())) return Optional.empty();
            if (symbol.indices().size() != ranges.size()) return Optional.empty();
            Substitution at = Signature.at(variable.name(), variable.indices(), symbol.indices());
            List<String> indices = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                if (!(symbol.indices().get(i) instanceof Term.Symbol index) || indices.contains(index.name())) return Optional.empty();
                Range declared = variable.indices().get(i);
                Range same = new Range(index.name(), at.apply(declared.low()), declared.upper().map(at::apply), declared.except().map(at::apply));
                if (!ranges.contains(same)) return Optional.empty();
                indices.add(index.name());
            }
            return Optional.of(new Equation(this, variable, indices, other));
        }
    }

    private record Equation(Part part, Declaration.Variable variable, List<String> indices, Term other) {
        /** The ranges of the family, named as in the equation. */
        List<Range> ranges() {
            return indices.stream().map(name -> part.ranges().stream().filter(range -> range.index().equals(name)).findFirst().orElseThrow()).toList();
        }
    }

    /** One reading of a statement. */
    private static final class Reading {
        private final Statement statement;
        private final Signature signature;
        private final List<Declaration.Definition> definitions = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Equation> laws = new LinkedHashMap<>();
        private final Map<String, Equation> abbreviations = new LinkedHashMap<>();

        Reading(Statement statement) {
            this.statement = statement;
            this.signature = statement.signature();
            for (Declaration declaration : signature.declarations()) if (declaration instanceof Declaration.Definition definition) definitions.add(definition);
            for (Hypothesis hypothesis : statement.hypotheses())
                if (hypothesis.when() == Hypothesis.When.ALWAYS) split(hypothesis.name(), List.of(), hypothesis.formula());
        }

        private void split(String name, List<Range> ranges, Formula formula) {
            switch (formula) {
                case Formula.And(List<Formula> all) -> all.forEach(each -> split(name, ranges, each));
                case Formula.ForAll(Range range, Formula body) -> {
                    List<Range> inner = new ArrayList<>(ranges);
                    inner.add(range);
                    split(name, inner, body);
                }
                case Formula.Relation ignored -> parts.add(new Part(name, ranges, formula));
                case Formula.ForEvery ignored -> parts.add(new Part(name, ranges, formula));
                case Formula.Initially ignored -> parts.add(new Part(name, ranges, formula));
            }
        }

        Optional<LawfulMotion> restated(List<Declaration.Variable> free) {
            for (Declaration.Variable variable : free)
                take(variable, true).filter(law -> !speaksOfRates(law.other())).ifPresent(law -> {
                    laws.put(variable.name(), law);
                    parts.remove(law.part());
                });
            for (Declaration.Variable variable : free) {
                if (laws.containsKey(variable.name())) continue;
                take(variable, false).filter(value -> !speaksOfRates(value.other()) && !leadsTo(variable.name(), value.other())).ifPresent(value -> {
                    abbreviations.put(variable.name(), value);
                    parts.remove(value.part());
                });
            }
            List<Declaration.Variable> driven = free.stream()
                    .filter(variable -> !laws.containsKey(variable.name()) && !abbreviations.containsKey(variable.name())).toList();
            boolean namesTaken = driven.stream().anyMatch(variable -> signature.find(SPEED + variable.name()).isPresent());
            // No box shows an equation, and a rate at the start would have to be found that satisfies what is said of it.
            boolean remain = parts.stream().anyMatch(part -> isOpen(part.formula())) || statement.hypotheses().stream()
                    .filter(hypothesis -> hypothesis.when() != Hypothesis.When.ALWAYS).anyMatch(hypothesis -> speaksOfRates(hypothesis.formula()))
                    || parts.stream().anyMatch(part -> speaksOfRates(part.formula()));
            if (namesTaken || remain) return Optional.empty();
            Signature moving = signature(driven);
            List<Hypothesis> kept = new ArrayList<>();
            List<Hypothesis> atStart = new ArrayList<>();
            for (Hypothesis hypothesis : statement.hypotheses()) {
                if (hypothesis.when() != Hypothesis.When.ALWAYS) {
                    kept.add(hypothesis);
                    atStart.add(hypothesis);
                    continue;
                }
                List<Formula> left = parts.stream().filter(part -> part.hypothesis().equals(hypothesis.name())).map(Part::formula).toList();
                List<Formula> equal = abbreviations.values().stream().map(Equation::part).filter(part -> part.hypothesis().equals(hypothesis.name())).map(Part::formula).toList();
                if (!left.isEmpty()) kept.add(new Hypothesis(hypothesis.name(), Hypothesis.When.ALWAYS, whole(left)));
                if (!left.isEmpty()) atStart.add(new Hypothesis(hypothesis.name(), Hypothesis.When.ALWAYS, whole(left)));
                if (!equal.isEmpty()) atStart.add(new Hypothesis(hypothesis.name(), Hypothesis.When.INITIALLY, whole(equal)));
            }
            for (Equation abbreviation : abbreviations.values()) kept.addAll(smoothness(abbreviation, moving));
            Map<String, Formula> equations = new HashMap<>();
            abbreviations.forEach((name, equation) -> equations.put(name, equation.part().formula()));
            return Optional.of(new LawfulMotion(new Statement(statement.id(), signature, atStart, statement.conclusion()),
                    new Statement(statement.id(), moving, kept, statement.conclusion()), equations, driven));
        }

        private static Formula whole(List<Formula> parts) {
            return parts.size() == 1 ? parts.getFirst() : new Formula.And(parts);
        }

        private Optional<Equation> take(Declaration.Variable variable, boolean rate) {
            return parts.stream().flatMap(part -> part.equation(variable, rate).stream()).findFirst();
        }

        private boolean speaksOfRates(Term term) {
            return speaksOfRates(Formula.equal(term, term));
        }

        private boolean speaksOfRates(Formula formula) {
            return MotionJudge.rates(Signature.unfold(formula, definitions));
        }

        /** Whether the term depends on the variable, through definitions or what has become one. */
        private boolean leadsTo(String variable, Term term) {
            Set<String> seen = new HashSet<>();
            List<String> open = new ArrayList<>(Names.free(term));
            while (!open.isEmpty()) {
                String name = open.removeLast();
                if (name.equals(variable)) return true;
                if (!seen.add(name)) continue;
                if (abbreviations.containsKey(name)) open.addAll(Names.free(abbreviations.get(name).other()));
                signature.find(name).filter(declaration -> declaration instanceof Declaration.Definition || declaration instanceof Declaration.Function)
                        .ifPresent(declaration -> open.addAll(declaration.mentions()));
            }
            return false;
        }

        private boolean isOpen(Formula formula) {
            return switch (formula) {
                case Formula.Relation(Comparison comparison, Term left, Term right) ->
                        comparison == Comparison.EQUAL && !Constancy.isConstant(formula, signature);
                case Formula.And(List<Formula> all) -> all.stream().anyMatch(this::isOpen);
                case Formula.ForAll(Range range, Formula body) -> isOpen(body);
                case Formula.ForEvery(var name, var sort, Formula body) -> isOpen(body);
                case Formula.Initially(Formula body) -> false;
            };
        }

        private Signature signature(List<Declaration.Variable> driven) {
            List<Declaration> declarations = new ArrayList<>();
            for (Declaration declaration : signature.declarations()) {
                Equation abbreviation = declaration instanceof Declaration.Variable ? abbreviations.get(declaration.name()) : null;
                declarations.add(abbreviation == null ? declaration
                        : new Declaration.Definition(declaration.name(), abbreviation.ranges(), abbreviation.other()));
            }
            laws.forEach((name, law) -> declarations.add(new Declaration.Flow(name, law.indices(), new Declaration.Law.Follows(law.other()))));
            for (Declaration.Variable variable : driven) {
                List<String> indices = variable.indices().stream().map(Range::index).toList();
                Term speed = new Term.Symbol(SPEED + variable.name(), indices.stream().map(Term::index).toList(), variable.sort());
                declarations.add(new Declaration.Parameter(SPEED + variable.name(), variable.indices(), variable.sort(), List.of()));
                declarations.add(new Declaration.Flow(variable.name(), indices, new Declaration.Law.Follows(speed)));
            }
            return new Signature(declarations);
        }

        /** What the derivative of a term needs. Where the kernel has no rule, as for an outer product, what is linear in parts has a derivative where these have. */
        private static void differentiable(Term term, List<Range> under, Signature moving, List<Condition> conditions) {
            if (Constancy.isConstant(Formula.equal(term, term), moving)) return;
            List<Condition> here = new ArrayList<>();
            try {
                new Expansion(moving, here::add).expand(new Term.Rate(term));
            } catch (IllTyped noRule) {
                switch (term) {
                    case Term.Apply apply when LINEAR_IN_PARTS.contains(apply.operator()) ->
                            apply.arguments().forEach(part -> differentiable(part, under, moving, conditions));
                    case Term.Big big when big.operator() == BigOperator.OUTER || big.operator() == BigOperator.SUM -> {
                        List<Range> inside = new ArrayList<>(under);
                        inside.add(big.range());
                        differentiable(big.body(), inside, moving, conditions);
                    }
                    default -> throw noRule;
                }
                return;
            }
            for (Condition condition : here) {
                List<Range> ranges = new ArrayList<>(under);
                ranges.addAll(condition.under());
                conditions.add(new Condition(ranges, condition.formula()));
            }
        }

        /** Under what the abbreviation can be differentiated, as its variable is assumed to be. */
        private static List<Hypothesis> smoothness(Equation abbreviation, Signature moving) {
            List<Condition> conditions = new ArrayList<>();
            differentiable(abbreviation.other(), List.of(), moving, conditions);
            List<Hypothesis> hypotheses = new ArrayList<>();
            for (Condition condition : conditions) {
                Formula formula = condition.formula();
                for (Range range : condition.under().reversed()) formula = new Formula.ForAll(range, formula);
                for (Range range : abbreviation.ranges().reversed()) formula = new Formula.ForAll(range, formula);
                hypotheses.add(new Hypothesis("smoothness of " + abbreviation.variable().name(), Hypothesis.When.ALWAYS, formula));
            }
            return hypotheses;
        }
    }
}
