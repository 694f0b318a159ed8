package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Draws;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** An instance while constructors work on it: its values, which entries are settled, and what is known of its matrices. */
public final class Draft {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());

    private final Premises premises;
    private final Draws draws;
    private final Set<Member.Entry> settled = new HashSet<>();
    private final List<AlignedChain> chains = new ArrayList<>();
    private Instance instance;
    private final boolean continued;
    private Optional<Boolean> atEdge = Optional.empty();

    public Draft(Premises premises, Draws draws, Instance start) {
        this(premises, draws, start, false);
    }

    /** @param continued see {@link #isContinued()} */
    Draft(Premises premises, Draws draws, Instance start, boolean continued) {
        this.continued = continued;
        this.premises = premises;
        this.draws = draws;
        this.instance = start;
    }

    public Premises premises() {
        return premises;
    }

    /** Draws for one purpose; the same purpose must not be named twice. */
    Draws draws(String purpose) {
        return draws.in(purpose);
    }

    /** Draws of which all purposes begin so: for doing a second time what was done. */
    Draws drawsAgain(String beginning) {
        return new Draws(draws.choices().again(beginning));
    }

    /** Whether its instance was finished before, so that what is made true again should change it little. */
    boolean isContinued() {
        return continued;
    }

    /**
     * Whether this draft seeks the edge of the hypotheses: bounds attained, unit vectors along axes, functions as simple or as bad as
     * the axioms allow, all at once. Only some bold drafts do. False bounds often fail there alone.
     */
    boolean atEdge() {
        if (atEdge.isEmpty()) atEdge = Optional.of(draws("at the edge").choices().rarely());
        return atEdge.get();
    }

    public Instance instance() {
        return instance;
    }

    /** @throws Undefined when there is no such member */
    public Value<Rational> value(Member member) {
        return instance.value(member.name(), member.indices()).orElseThrow(() -> new Undefined(member + " has no value"));
    }

    Value.Matrix<Rational> matrix(Member member) {
        return MATRICES.matrix(value(member));
    }

    /** Sets a value; a matrix of one entry may stand for a number. */
    void set(Member member, Value<Rational> value) {
        Value<Rational> old = value(member);
        if (old.entries().size() != value.entries().size()) throw new Undefined("a value of shape " + value.shape() + " for " + member);
        instance = instance.with(member.name(), member.indices(), old.with(value.entries()));
    }

    void set(Member.Entry entry, Rational number) {
        instance = with(entry, number);
    }

    /** The instance with one entry changed; the draft stays. */
    Instance with(Member.Entry entry, Rational number) {
        Value<Rational> old = value(entry.member());
        List<Rational> entries = new ArrayList<>(old.entries());
        entries.set(entry.position(), number);
        return instance.with(entry.member().name(), entry.member().indices(), old.with(entries));
    }

    /** The instance with two entries changed; the draft stays. */
    Instance with(Member.Entry first, Rational number, Member.Entry second, Rational other) {
        Draft changed = new Draft(premises, draws, with(first, number));
        return changed.with(second, other);
    }

    void restore(Instance earlier) {
        instance = earlier;
    }

    void set(String function, tenet.numeric.evaluation.FunctionModel model) {
        instance = instance.with(function, model);
    }

    Rational number(Member.Entry entry) {
        return value(entry.member()).entries().get(entry.position());
    }

    List<Member.Entry> entries(Member member) {
        List<Member.Entry> entries = new ArrayList<>();
        for (int i = 0; i < value(member).entries().size(); i++) entries.add(new Member.Entry(member, i));
        return entries;
    }

    /** The members of all chosen symbols that the terms mention, settled or not, in the order of declaration. */
    List<Member> members(List<Term> terms) {
        return members().stream().filter(member -> terms.stream().anyMatch(term -> Names.occursFree(member.name(), term))).toList();
    }

    /** The members of all chosen symbols, settled or not, in the order of declaration. */
    List<Member> members() {
        return premises.statement().signature().declarations().stream()
                .filter(declaration -> !(declaration instanceof Declaration.Flow) && premises.isChosen(declaration.name()))
                .flatMap(declaration -> instance.values().getOrDefault(declaration.name(), Map.of()).keySet().stream().sorted(Members.ORDER)
                        .map(indices -> new Member(declaration.name(), indices))).toList();
    }

    /** Marks what a hypothesis depends on: no later constructor changes it. */
    void settle(Member.Entry entry) {
        settled.add(entry);
    }

    void settle(Member member) {
        entries(member).forEach(this::settle);
    }

    boolean isFree(Member.Entry entry) {
        return premises.isChosen(entry.member().name()) && !settled.contains(entry);
    }

    boolean isFree(Member member) {
        return entries(member).stream().allMatch(this::isFree);
    }

    void record(AlignedChain chain) {
        chains.add(chain);
        chain.members().forEach(this::settle);
    }

    /** The chains of known singular value decomposition. */
    List<AlignedChain> chains() {
        return List.copyOf(chains);
    }

    /** Changes the sign of the first row, which keeps what is known of the matrix where it ends a chain. */
    void negateFirstRow(Member member) {
        set(member, AlignedChain.negateFirstRow(matrix(member)));
        chains.replaceAll(chain -> chain.members().getLast().equals(member) ? chain.flipped() : chain);
    }

    public Evaluation<Rational> exact() {
        return exact(instance);
    }

    Evaluation<Rational> exact(Instance changed) {
        return new Evaluation<>(premises.primitives(), State.of(new Rationals(), changed));
    }

    /** Left side minus right side. @throws tenet.numeric.algebra.NoValue when it has no exact value */
    Rational difference(Formula.Relation relation, Instance changed) {
        Evaluation<Rational> exact = exact(changed);
        return MATRICES.number(MATRICES.subtract(exact.evaluate(relation.left()), exact.evaluate(relation.right())));
    }

    /** The member that a symbol with closed indices stands for, if it is one whose entries may be chosen. */
    Optional<Member> member(Term term) {
        if (!(term instanceof Term.Symbol symbol) || !premises.isChosen(symbol.name())) return Optional.empty();
        return Optional.of(new Member(symbol.name(), Integers.all(symbol.indices(), instance, java.util.Map.of())));
    }
}
