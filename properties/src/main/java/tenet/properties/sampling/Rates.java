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
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;

/**
 * The rates of variables that move in an unknown way. An equation that always holds may be differentiated: its
 * derivative is a linear equation for the rates, and so is an equation that speaks of rates itself. They are solved
 * exactly; the kernel's own expansion gives the equations. Where no rates satisfy them, a variable that stands still gives way: a
 * matrix {@code g} in a law {@code X' = -g}, when something is to stand still as well.
 */
final class Rates {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    private final Premises premises;
    private final List<Clause> clauses;
    /** The same declarations without their flows: what is left of a derivative is its part that is linear in the rates. */
    private final PrimitiveTerms standing;
    /** The variables that stand still and that equations between rates speak of: where no rates do, they give way. */
    private final List<String> still;

    Rates(Premises premises) {
        this.premises = premises;
        this.clauses = premises.clauses().stream().filter(Clause::isEquality)
                .filter(clause -> clause.speaksOfRates() || clause.when() == Hypothesis.When.ALWAYS).toList();
        Signature signature = premises.statement().signature();
        this.standing = new PrimitiveTerms(new Signature(signature.declarations().stream()
                .filter(declaration -> !(declaration instanceof Declaration.Flow)).map(declaration -> standing(declaration, signature)).toList()));
        this.still = signature.declarations().stream().filter(declaration -> standsStill(declaration, signature)).map(Declaration::name)
                .filter(name -> clauses.stream().anyMatch(clause -> clause.speaksOfRates() && (Names.occursFree(name, clause.relation().left())
                        || Names.occursFree(name, clause.relation().right())))).toList();
    }

    private static boolean standsStill(Declaration declaration, Signature signature) {
        return declaration instanceof Declaration.Variable variable && variable.motion() == Declaration.Motion.FIXED && !(variable.sort() instanceof Sort.Int)
                && signature.flow(variable.name()).isEmpty();
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
        Optional<Instance> solved = solve(drawn, List.of());
        for (String name : still) if (solved.isEmpty()) solved = solve(drawn, entries(name, drawn));
        return solved;
    }

    private static List<Member.Entry> entries(String name, Instance instance) {
        List<Member.Entry> entries = new ArrayList<>();
        instance.values().getOrDefault(name, Map.of()).keySet().stream().sorted(Members.ORDER).forEach(indices -> {
            int size = instance.values().get(name).get(indices).entries().size();
            for (int i = 0; i < size; i++) entries.add(new Member.Entry(new Member(name, indices), i));
        });
        return entries;
    }

    /** @param moving entries that stand still in time and may be chosen, too; that all equations are linear in them comes out at the end */
    private Optional<Instance> solve(Instance drawn, List<Member.Entry> moving) {
        List<Member.Entry> unknowns = unknowns(drawn);
        Instance atRest = drawn;
        List<Rational> free = new ArrayList<>();
        for (Member.Entry entry : unknowns) free.add(rate(entry, drawn));
        for (Member.Entry ignored : moving) free.add(Rational.ZERO);
        for (Member.Entry entry : unknowns) atRest = with(entry, Rational.ZERO, atRest);
        List<Formula.Relation> relations = new ArrayList<>();
        for (Clause clause : clauses)
            for (Clause.Ground ground : clause.grounds(drawn)) relations.add(clause.speaksOfRates() ? ground.relation() : ground.rate());
        List<Rational> constants = differences(relations, premises.primitives(), atRest);
        List<Rational> zero = differences(relations, standing, atRest);
        List<List<Rational>> columns = new ArrayList<>();
        for (Member.Entry entry : unknowns) columns.add(differences(relations, standing, with(entry, Rational.ONE, atRest)));
        List<List<Rational>> moves = new ArrayList<>();
        for (Member.Entry entry : moving) moves.add(differences(relations, premises.primitives(), moved(entry, Rational.ONE, atRest)));
        LinearSystem system = new LinearSystem(unknowns.size() + moving.size());
        for (int i = 0; i < constants.size(); i++) {
            List<Rational> row = new ArrayList<>();
            for (List<Rational> column : columns) row.add(column.get(i).minus(zero.get(i)));
            for (List<Rational> move : moves) row.add(move.get(i).minus(constants.get(i)));
            system.require(row, constants.get(i).negate());
        }
        return system.solve(free).map(solution -> {
            Instance solved = drawn;
            for (int i = 0; i < unknowns.size(); i++) solved = with(unknowns.get(i), solution.get(i), solved);
            for (int i = 0; i < moving.size(); i++) solved = moved(moving.get(i), solution.get(unknowns.size() + i), solved);
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

    private static Instance moved(Member.Entry entry, Rational move, Instance instance) {
        Member member = entry.member();
        Value<Rational> old = instance.value(member.name(), member.indices()).orElseThrow();
        List<Rational> entries = new ArrayList<>(old.entries());
        entries.set(entry.position(), entries.get(entry.position()).plus(move));
        return instance.with(member.name(), member.indices(), old.with(entries));
    }

    private static Instance with(Member.Entry entry, Rational rate, Instance instance) {
        Member member = entry.member();
        Value<Rational> old = instance.rate(member.name(), member.indices()).orElseThrow();
        List<Rational> entries = new ArrayList<>(old.entries());
        entries.set(entry.position(), rate);
        return instance.withRate(member.name(), member.indices(), old.with(entries));
    }
}
