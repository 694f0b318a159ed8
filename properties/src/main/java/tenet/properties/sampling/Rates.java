package tenet.properties.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Clause;
import tenet.properties.construction.Member;
import tenet.properties.construction.Members;
import tenet.properties.construction.Premises;
import tenet.properties.exact.LinearSystem;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Rational;

/**
 * The rates of variables that move in an unknown way. An equation that always holds may be differentiated: its
 * derivative is a linear equation for the rates, and so is an equation that speaks of rates itself. They are solved
 * exactly; the kernel's own expansion gives the equations.
 */
final class Rates {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    private final Premises premises;
    private final List<Clause> clauses;
    /** The same declarations without their flows: what is left of a derivative is its part that is linear in the rates. */
    private final PrimitiveTerms standing;

    Rates(Premises premises) {
        this.premises = premises;
        this.clauses = premises.clauses().stream().filter(Clause::isEquality)
                .filter(clause -> clause.speaksOfRates() || clause.when() == Hypothesis.When.ALWAYS).toList();
        Signature signature = premises.statement().signature();
        this.standing = new PrimitiveTerms(new Signature(signature.declarations().stream()
                .filter(declaration -> !(declaration instanceof Declaration.Flow)).map(declaration -> standing(declaration, signature)).toList()));
    }

    private static Declaration standing(Declaration declaration, Signature signature) {
        return declaration instanceof Declaration.Variable variable && signature.flow(variable.name()).isPresent()
                ? new Declaration.Variable(variable.name(), variable.indices(), variable.sort(), Declaration.Motion.FIXED) : declaration;
    }

    /**
     * The instance with rates that satisfy the equations, those that they leave free as they were; empty when none do.
     *
     * @throws tenet.numeric.algebra.NoValue when an equation has no exact value
     * @throws IllTyped                      when a hypothesis has no derivative
     */
    Optional<Instance> solve(Instance drawn) {
        if (clauses.isEmpty()) return Optional.of(drawn);
        List<Member.Entry> unknowns = unknowns(drawn);
        Instance still = drawn;
        List<Rational> free = new ArrayList<>();
        for (Member.Entry entry : unknowns) free.add(rate(entry, drawn));
        for (Member.Entry entry : unknowns) still = with(entry, Rational.ZERO, still);
        List<Formula.Relation> relations = new ArrayList<>();
        for (Clause clause : clauses)
            for (Clause.Ground ground : clause.grounds(drawn)) relations.add(clause.speaksOfRates() ? ground.relation() : ground.rate());
        List<Rational> constants = differences(relations, premises.primitives(), still);
        List<Rational> zero = differences(relations, standing, still);
        List<List<Rational>> columns = new ArrayList<>();
        for (Member.Entry entry : unknowns) columns.add(differences(relations, standing, with(entry, Rational.ONE, still)));
        LinearSystem system = new LinearSystem(unknowns.size());
        for (int i = 0; i < constants.size(); i++) {
            List<Rational> row = new ArrayList<>();
            for (List<Rational> column : columns) row.add(column.get(i).minus(zero.get(i)));
            system.require(row, constants.get(i).negate());
        }
        return system.solve(free).map(solution -> {
            Instance solved = drawn;
            for (int i = 0; i < unknowns.size(); i++) solved = with(unknowns.get(i), solution.get(i), solved);
            return solved;
        }).filter(solved -> differences(relations, premises.primitives(), solved).stream().allMatch(Rational::isZero));
    }

    /** Whether equations are assumed at all times, so that a counterexample rests on a motion that keeps them. */
    boolean constrain() {
        return !clauses.isEmpty() && clauses.stream().anyMatch(clause -> clause.when() == Hypothesis.When.ALWAYS);
    }

    private static List<Rational> differences(List<Formula.Relation> relations, PrimitiveTerms primitives, Instance instance) {
        Evaluation<Rational> exact = new Evaluation<>(primitives, State.of(new Rationals(), instance));
        List<Rational> differences = new ArrayList<>();
        for (Formula.Relation relation : relations)
            differences.addAll(MATRICES.subtract(exact.evaluate(relation.left()), exact.evaluate(relation.right())).entries());
        return differences;
    }

    private static List<Member.Entry> unknowns(Instance instance) {
        List<Member.Entry> unknowns = new ArrayList<>();
        for (String name : instance.rates().keySet().stream().sorted().toList()) {
            Map<List<Integer>, Value<Rational>> members = instance.rates().get(name);
            for (List<Integer> indices : members.keySet().stream().sorted(Members.ORDER).toList())
                for (int i = 0; i < members.get(indices).entries().size(); i++) unknowns.add(new Member.Entry(new Member(name, indices), i));
        }
        return unknowns;
    }

    private static Rational rate(Member.Entry entry, Instance instance) {
        return instance.rate(entry.member().name(), entry.member().indices()).orElseThrow().entries().get(entry.position());
    }

    private static Instance with(Member.Entry entry, Rational rate, Instance instance) {
        Member member = entry.member();
        Value<Rational> old = instance.rate(member.name(), member.indices()).orElseThrow();
        List<Rational> entries = new ArrayList<>(old.entries());
        entries.set(entry.position(), rate);
        return instance.withRate(member.name(), member.indices(), old.with(entries));
    }
}
