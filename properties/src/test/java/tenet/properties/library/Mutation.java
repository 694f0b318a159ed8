package tenet.properties.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** Changes one thing in a step of a certificate. */
final class Mutation {
    private static final int ATTEMPTS = 50;
    private final Random random;
    private final List<String> labels;

    /** @param labels names of hypotheses, lemmas and theorems to put for a label */
    Mutation(Random random, List<String> labels) {
        this.random = random;
        this.labels = List.copyOf(labels);
    }

    /** A step that differs in one thing; empty when nothing was found to change. */
    Optional<Certificate.Step> of(Certificate.Step step) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                Certificate.Step changed = change(step);
                if (!changed.equals(step)) return Optional.of(changed);
            } catch (IllTyped | ArithmeticException | IllegalStateException unbuildable) {
                // Another change may give a term.
            }
        }
        return Optional.empty();
    }

    private Certificate.Step change(Certificate.Step s) {
        return switch (random.nextInt(10)) {
            case 0 -> new Certificate.Step(s.number(), s.fixed(), s.assumed(), s.conclusion(), any(Checker.rules()), s.label(), s.premises(), s.arguments(), "");
            case 1, 2 -> new Certificate.Step(s.number(), s.fixed(), s.assumed(), s.conclusion(), s.rule(), s.label(), premises(s), s.arguments(), "");
            case 3 -> new Certificate.Step(s.number(), s.fixed(), s.assumed(), s.conclusion(), s.rule(), s.label().map(label -> any(labels)), s.premises(), s.arguments(), "");
            case 4 -> new Certificate.Step(s.number(), fixed(s.fixed()), s.assumed(), s.conclusion(), s.rule(), s.label(), s.premises(), s.arguments(), "");
            case 5, 6 -> new Certificate.Step(s.number(), s.fixed(), s.assumed(), s.conclusion(), s.rule(), s.label(), s.premises(), arguments(s.arguments()), "");
            default -> new Certificate.Step(s.number(), s.fixed(), s.assumed(), formula(s.conclusion()), s.rule(), s.label(), s.premises(), s.arguments(), "");
        };
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private List<Integer> premises(Certificate.Step step) {
        List<Integer> premises = new ArrayList<>(step.premises());
        if (premises.isEmpty()) return List.of(1 + random.nextInt(step.number()));
        int at = random.nextInt(premises.size());
        switch (random.nextInt(4)) {
            case 0 -> premises.remove(at);
            case 1 -> Collections.swap(premises, at, random.nextInt(premises.size()));
            case 2 -> premises.add(1 + random.nextInt(step.number()));
            default -> premises.set(at, 1 + random.nextInt(step.number()));
        }
        return premises;
    }

    private List<Range> fixed(List<Range> ranges) {
        if (ranges.isEmpty()) return ranges;
        List<Range> changed = new ArrayList<>(ranges);
        int at = random.nextInt(ranges.size());
        if (random.nextInt(4) == 0) changed.remove(at);
        else changed.set(at, range(ranges.get(at)));
        return changed;
    }

    private Map<String, Term> arguments(Map<String, Term> arguments) {
        if (arguments.isEmpty()) return arguments;
        Map<String, Term> changed = new LinkedHashMap<>(arguments);
        String name = any(List.copyOf(arguments.keySet()));
        if (random.nextInt(8) == 0) changed.remove(name);
        else changed.put(name, term(arguments.get(name)));
        return changed;
    }

    private Range range(Range range) {
        return switch (random.nextInt(3)) {
            case 0 -> new Range(range.index(), shifted(range.low()), range.upper(), range.except());
            case 1 -> new Range(range.index(), range.low(), range.upper().map(this::shifted), range.except());
            default -> new Range(range.index(), range.low(), range.upper(), range.except().map(this::shifted));
        };
    }

    private Term shifted(Term index) {
        return Term.add(index, Term.number(random.nextBoolean() ? 1 : -1));
    }

    /** The formula with one thing in it changed; perhaps none, where the change has no effect. */
    Formula formula(Formula formula) {
        return switch (formula) {
            case Formula.Relation(Comparison comparison, Term left, Term right) -> switch (random.nextInt(6)) {
                case 0 -> new Formula.Relation(any(List.of(Comparison.values())), left, right);
                case 1 -> new Formula.Relation(comparison, right, left);
                case 2, 3 -> new Formula.Relation(comparison, term(left), right);
                default -> new Formula.Relation(comparison, left, term(right));
            };
            case Formula.And(List<Formula> parts) -> {
                List<Formula> changed = new ArrayList<>(parts);
                int at = random.nextInt(parts.size());
                changed.set(at, formula(parts.get(at)));
                yield new Formula.And(changed);
            }
            case Formula.ForAll(Range range, Formula body) -> random.nextInt(3) == 0 ? new Formula.ForAll(range(range), body) : new Formula.ForAll(range, formula(body));
            case Formula.ForEvery(String name, Sort sort, Formula body) -> new Formula.ForEvery(name, sort, formula(body));
            case Formula.Initially(Formula body) -> random.nextInt(4) == 0 ? body : new Formula.Initially(formula(body));
        };
    }

    private int nodes;

    /** The term with one thing in it changed. */
    Term term(Term term) {
        int[] count = {0};
        count(term, count);
        nodes = random.nextInt(count[0]);
        return walk(term);
    }

    private static void count(Term term, int[] count) {
        count[0]++;
        term.children().forEach(child -> count(child, count));
    }

    /** The term with its node number {@code nodes}, in the order of a walk, changed. */
    private Term walk(Term term) {
        if (nodes-- == 0) return changed(term);
        return nodes < 0 ? term : term.map(this::walk);
    }

    private Term changed(Term term) {
        return switch (term) {
            case Term.Number(Rational value) -> Term.number(switch (random.nextInt(4)) {
                case 0 -> value.plus(Rational.ONE);
                case 1 -> value.minus(Rational.ONE);
                case 2 -> value.negate();
                default -> value.times(Rational.of(2));
            });
            case Term.Symbol symbol when !symbol.indices().isEmpty() -> {
                int at = random.nextInt(symbol.indices().size());
                List<Term> indices = new ArrayList<>(symbol.indices());
                indices.set(at, shifted(indices.get(at)));
                yield new Term.Symbol(symbol.name(), indices, symbol.sort());
            }
            case Term.Symbol symbol -> symbol.sort() instanceof Sort.Int ? shifted(symbol) : Term.negate(symbol);
            case Term.Apply(Operator operator, List<Term> arguments, Sort sort) -> switch (operator) {
                case ADD, MULTIPLY -> {
                    List<Term> fewer = new ArrayList<>(arguments);
                    int at = random.nextInt(arguments.size());
                    if (arguments.size() > 2 && random.nextBoolean()) fewer.remove(at);
                    else if (random.nextBoolean()) fewer.set(at, Term.negate(fewer.get(at)));
                    else Collections.swap(fewer, at, (at + 1) % arguments.size());
                    yield Term.apply(operator, fewer);
                }
                case POWER -> Term.power(arguments.get(0), Term.add(arguments.get(1), Term.number(random.nextBoolean() ? 1 : -1)));
                case DIVIDE -> arguments.getFirst().sort().isScalar() ? Term.divide(arguments.get(1), arguments.get(0)) : Term.negate(term);
                case TRANSPOSE, NEGATE -> arguments.getFirst();
                default -> Term.negate(term);
            };
            case Term.Big(BigOperator operator, Range range, Term body, Sort sort) -> Term.big(operator, range(range), body);
            case Term.Rate rate -> rate.of();
            default -> Term.negate(term);
        };
    }
}
