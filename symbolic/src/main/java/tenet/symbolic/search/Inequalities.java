package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.search.positivity.Budget;
import tenet.symbolic.search.positivity.Certificate;
import tenet.symbolic.search.positivity.Constraint;
import tenet.symbolic.search.positivity.Monomial;
import tenet.symbolic.search.positivity.Polynomial;
import tenet.symbolic.search.positivity.Refutation;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * Proves comparisons of numbers from others: the negated goal and the facts become polynomials in the scalar atoms, a
 * combination that refutes them becomes the witness of a kernel step. Untrusted.
 */
final class Inequalities {
    /** Products of two facts are tried among the first so many. */
    private static final int MOST_SCALED = 5;
    private static final int MOST_ROOTS = 8;

    private final Proof proof;
    private final Proof.Scope scope;
    private final Known known;
    private final Reading reading;
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final List<Term> atoms = new ArrayList<>();

    Inequalities(Proof proof, Proof.Scope scope, Known known) {
        this.proof = proof;
        this.scope = scope;
        this.known = known;
        this.reading = new Reading(proof, scope, known);
    }

    /** A constraint and the step that states it; 0 for the negated goal, -1 for laws of atoms that normal forms know. */
    private record Stated(Constraint constraint, int step) {
    }

    Optional<Integer> prove(Formula.Relation goal, List<Known.Fact> facts, String reason, Budget budget) {
        List<Stated> stated = new ArrayList<>();
        constraint(new Formula.Relation(goal.comparison().negated(), goal.left(), goal.right()), 0).ifPresent(stated::add);
        if (stated.isEmpty()) return Optional.empty();
        for (Known.Fact fact : facts) Known.seen(fact, scope, proof).ifPresent(formula -> state(formula, fact.step(), stated));
        // A law may bring in a parameter, as that of 1/c does, and a bound an atom.
        lawsOfAtoms(stated, 0);
        int atomsSoFar = atoms.size();
        parameterSigns(stated);
        lawsOfAtoms(stated, atomsSoFar);
        List<Constraint> constraints = stated.stream().map(Stated::constraint).toList();
        Optional<Certificate> found = Refutation.find(constraints, squaresIn(goal, facts), budget);
        Optional<Integer> step = found.flatMap(certificate -> emit(goal, certificate, stated, reason));
        return step.isPresent() ? step : scaled(goal, facts, reason);
    }

    /** The roots of even powers that the goal and the facts have, as they are written: once multiplied out they are hard to see. */
    private List<Polynomial> squaresIn(Formula.Relation goal, List<Known.Fact> facts) {
        Set<Polynomial> roots = new LinkedHashSet<>();
        rootsIn(goal.left(), roots);
        rootsIn(goal.right(), roots);
        for (Known.Fact fact : facts)
            if (Known.seen(fact, scope, proof).orElse(goal) instanceof Formula.Relation relation) {
                rootsIn(relation.left(), roots);
                rootsIn(relation.right(), roots);
            }
        return roots.stream().limit(MOST_ROOTS).toList();
    }

    private void rootsIn(Term term, Set<Polynomial> roots) {
        if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort sort) && operator == Operator.POWER && sort.isScalar()
                && arguments.get(1) instanceof Term.Number(Rational exponent) && exponent.isInteger() && exponent.signum() > 0
                && exponent.divide(Rational.of(2)).isInteger())
            polynomial(Term.power(arguments.getFirst(), Term.number(exponent.divide(Rational.of(2))))).filter(root -> root.terms().size() > 1).ifPresent(roots::add);
        term.children().forEach(child -> rootsIn(child, roots));
    }

    /**
     * One fact times another, as in {@code c*a <= c*b}. The kernel's normal forms join powers with symbolic exponents
     * that are unrelated unknowns to the search above.
     */
    private Optional<Integer> scaled(Formula.Relation goal, List<Known.Fact> facts, String reason) {
        List<Integer> steps = facts.stream().filter(fact -> Known.seen(fact, scope, proof).filter(Formula.Relation.class::isInstance).isPresent())
                .map(Known.Fact::step).limit(MOST_SCALED).toList();
        Map<String, Term> product = new LinkedHashMap<>();
        product.put("p0", Term.number(1));
        product.put("p1_2", Term.number(1));
        for (int i = 0; i < steps.size(); i++)
            for (int j = i + 1; j < steps.size(); j++) {
                List<Integer> premises = List.of(steps.get(i), steps.get(j));
                Proof.Proposal proposal = new Proof.Proposal(goal, "positivstellensatz", Optional.empty(), premises, product, reason);
                Optional<Integer> step = proof.add(scope, proposal, known.signs(scope, proof));
                if (step.isPresent()) return step;
            }
        return Optional.empty();
    }

    private void state(Formula formula, int step, List<Stated> stated) {
        if (formula instanceof Formula.Relation relation) {
            constraint(relation, step).ifPresent(stated::add);
        } else if (formula instanceof Formula.And(List<Formula> parts)) {
            for (Formula part : parts)
                proof.add(scope, Proof.Proposal.of(part, "part", List.of(step), "")).ifPresent(number -> state(part, number, stated));
        }
    }

    private Optional<Stated> constraint(Formula.Relation relation, int step) {
        if (!relation.left().sort().isScalar()) return Optional.empty();
        boolean down = relation.comparison() == Comparison.LESS || relation.comparison() == Comparison.AT_MOST;
        Term difference = down ? Term.subtract(relation.right(), relation.left()) : Term.subtract(relation.left(), relation.right());
        Optional<Polynomial> polynomial = polynomial(difference);
        return polynomial.flatMap(p -> switch (relation.comparison()) {
            case EQUAL -> Optional.of(Constraint.zero(p));
            case LESS, GREATER -> Optional.of(Constraint.positive(p));
            case AT_MOST, AT_LEAST -> Optional.of(Constraint.nonnegative(p));
            case UNEQUAL -> Optional.<Constraint>empty();
        }).map(c -> new Stated(c, step));
    }

    private Optional<Polynomial> polynomial(Term term) {
        try {
            return reading.entrywise(term).asPolynomial().map(this::polynomial);
        } catch (IllTyped e) {
            return Optional.empty();
        }
    }

    private Polynomial polynomial(Map<Map<Term, Integer>, Rational> terms) {
        Map<Monomial, Rational> sum = new TreeMap<>();
        terms.forEach((powers, coefficient) -> {
            Monomial monomial = Monomial.ONE;
            for (var power : powers.entrySet())
                for (int i = 0; i < power.getValue(); i++) monomial = monomial.times(Monomial.variable(variable(power.getKey())));
            sum.merge(monomial, coefficient, Rational::plus);
        });
        return Polynomial.of(sum);
    }

    private int variable(Term atom) {
        return variables.computeIfAbsent(atom.toString(), key -> {
            atoms.add(atom);
            return atoms.size() - 1;
        });
    }

    /** Bounds of the parameters that occur. */
    private void parameterSigns(List<Stated> stated) {
        for (Formula fact : proof.statement().signature().parameterFacts())
            if (fact instanceof Formula.Relation relation && relation.left() instanceof Term.Symbol symbol && variables.containsKey(symbol.toString()))
                proof.add(scope, Proof.Proposal.of(relation, "arithmetic", List.of(), "")).ifPresent(step -> constraint(relation, step).ifPresent(stated::add));
    }

    /** Signs of norms, absolute values, roots and reciprocals as steps, and their algebra, which normal forms know, as free equations. */
    private void lawsOfAtoms(List<Stated> stated, int from) {
        for (int i = from; i < atoms.size(); i++) {
            Term atom = atoms.get(i);
            if (!(atom instanceof Term.Apply(Operator operator, List<Term> arguments, Sort ignored))) continue;
            Polynomial x = Polynomial.variable(i);
            Term inner = arguments.getFirst();
            if (operator == Operator.ABSOLUTE)
                polynomial(Term.power(inner, Term.number(2))).ifPresent(square -> stated.add(new Stated(Constraint.zero(x.squared().minus(square)), -1)));
            if (operator == Operator.POWER && arguments.get(1) instanceof Term.Number(Rational e)) {
                if (e.equals(Rational.of(1, 2))) polynomial(inner).ifPresent(p -> stated.add(new Stated(Constraint.zero(x.squared().minus(p)), -1)));
                if (e.equals(Rational.MINUS_ONE)) polynomial(inner).ifPresent(p -> stated.add(new Stated(Constraint.zero(x.times(p).minus(Polynomial.ONE)), -1)));
            }
            if (operator == Operator.NORM) squareOfNorm(inner).ifPresent(stated::add);
            boolean signed = operator == Operator.ABSOLUTE || operator == Operator.NORM || operator == Operator.POWER || operator == Operator.EXPONENTIAL;
            if (!signed) continue;
            Optional<Stated> sign = sign(atom, Comparison.GREATER);
            (sign.isPresent() ? sign : sign(atom, Comparison.AT_LEAST)).ifPresent(stated::add);
        }
    }

    /** The square of the norm of a matrix of literal shape, in its entries. */
    private Optional<Stated> squareOfNorm(Term matrix) {
        Term square = reading.squaredNorm(matrix);
        Map<String, String> names = reading.readableNames(List.of(matrix));
        Term norm = Term.power(Term.apply(Operator.NORM, Reading.renamed(matrix, names)), Term.number(2));
        if (square instanceof Term.Apply(Operator operator, var arguments, var s) && operator == Operator.POWER) return Optional.empty();
        Formula.Relation relation = Formula.equal(norm, Reading.renamed(square, names));
        return proof.add(scope, Proof.Proposal.of(relation, "entrywise", List.of(), "")).flatMap(step -> constraint(relation, step));
    }

    private Optional<Stated> sign(Term atom, Comparison comparison) {
        Map<String, String> names = reading.readableNames(List.of(atom));
        Formula.Relation relation = new Formula.Relation(comparison, Reading.renamed(atom, names), Term.number(0));
        return proof.add(scope, Proof.Proposal.of(relation, "arithmetic", List.of(), ""), known.signs(scope, proof))
                .flatMap(step -> constraint(relation, step));
    }

    private Optional<Integer> emit(Formula.Relation goal, Certificate certificate, List<Stated> stated, String reason) {
        List<Integer> premises = new ArrayList<>();
        Map<String, Term> arguments = new LinkedHashMap<>();
        Map<String, String> names = reading.readableNames(atoms);
        for (Certificate.Item item : certificate.items())
            switch (item) {
                case Certificate.Product product -> {
                    if (product.constraints().stream().anyMatch(c -> stated.get(c).step() < 0)) return Optional.empty();
                    List<String> factors = product.constraints().stream().map(c -> position(stated.get(c).step(), premises)).toList();
                    Term weight = Term.number(product.weight());
                    Term multiplier = product.square().isEmpty() ? weight : product.weight().equals(Rational.ONE)
                            ? Term.power(term(product.square().get(), names), Term.number(2))
                            : Term.apply(Operator.MULTIPLY, weight, Term.power(term(product.square().get(), names), Term.number(2)));
                    put(arguments, "p" + String.join("_", factors), multiplier);
                }
                case Certificate.Multiple multiple -> {
                    if (stated.get(multiple.equality()).step() > 0)
                        put(arguments, "e" + position(stated.get(multiple.equality()).step(), premises), term(multiple.multiplier(), names));
                }
            }
        Proof.Proposal proposal = new Proof.Proposal(goal, "positivstellensatz", Optional.empty(), premises, arguments, reason);
        return proof.add(scope, proposal, known.signs(scope, proof));
    }

    private static String position(int step, List<Integer> premises) {
        if (step == 0) return "0";
        if (!premises.contains(step)) premises.add(step);
        return String.valueOf(premises.indexOf(step) + 1);
    }

    private static void put(Map<String, Term> arguments, String name, Term term) {
        String free = name;
        for (int i = 2; arguments.containsKey(free); i++) free = name + "x" + i;
        arguments.put(free, term);
    }

    private Term term(Polynomial polynomial, Map<String, String> names) {
        List<Term> summands = new ArrayList<>();
        polynomial.terms().forEach((monomial, coefficient) -> {
            List<Term> factors = new ArrayList<>();
            for (int i = 0; i < monomial.width(); i++)
                if (monomial.power(i) > 0) {
                    Term atom = Reading.renamed(atoms.get(i), names);
                    factors.add(monomial.power(i) == 1 ? atom : Term.power(atom, Term.number(monomial.power(i))));
                }
            Rational size = coefficient.abs();
            if (!size.equals(Rational.ONE) || factors.isEmpty()) factors.addFirst(Term.number(size));
            Term product = Words.product(factors);
            summands.add(coefficient.signum() < 0 ? Term.negate(product) : product);
        });
        return summands.isEmpty() ? Term.number(0) : summands.size() == 1 ? summands.getFirst() : Term.add(summands.toArray(Term[]::new));
    }
}
