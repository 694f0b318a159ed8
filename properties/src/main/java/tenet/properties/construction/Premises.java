package tenet.properties.construction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tenet.numeric.evaluation.PrimitiveTerms;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** What an instance of a statement must satisfy, in the form that constructors read. Shared by all draws. */
public final class Premises {
    /** The name under which the bounds of parameters are told. */
    public static final String BOUNDS = "the bounds of the parameters";

    private final Statement statement;
    private final PrimitiveTerms primitives;
    private final List<Clause> clauses;
    private final Set<String> lone;
    private final Abbreviations abbreviations;
    private final boolean matrixRoots;

    public Premises(Statement statement) {
        this.statement = statement;
        this.primitives = new PrimitiveTerms(statement.signature());
        List<Clause> all = new ArrayList<>();
        statement.signature().parameterFacts()
                .forEach(fact -> all.addAll(Clause.of(new Hypothesis(BOUNDS, Hypothesis.When.NOW, fact), statement.signature())));
        this.abbreviations = Abbreviations.of(statement);
        statement.hypotheses().forEach(hypothesis -> all.addAll(abbreviations.clauses(hypothesis, statement.signature())));
        this.clauses = List.copyOf(all);
        this.lone = lone(statement, clauses);
        this.matrixRoots = clauses.stream().anyMatch(clause -> hasMatrixRoot(clause.relation().left()) || hasMatrixRoot(clause.relation().right()));
    }

    public Statement statement() {
        return statement;
    }

    public PrimitiveTerms primitives() {
        return primitives;
    }

    /** The bounds of the parameters and the hypotheses, relation by relation. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The equations without rates, but for the {@link #recursions()}. */
    public Stream<Clause> equalities() {
        return clauses.stream().filter(Clause::isEquality).filter(clause -> !clause.speaksOfRates()).filter(clause -> !isRecursion(clause));
    }

    /** The equations that define members of a family by a term: {@code w[l,i] = sum(j in 1..n, a[i,j]*w[l-1,j])}. */
    public Stream<Clause> recursions() {
        return clauses.stream().filter(this::isRecursion);
    }

    boolean isRecursion(Clause clause) {
        return clause.isEquality() && !clause.speaksOfRates() && !clause.hypothesis().equals(BOUNDS)
                && defined(clause.relation().left()).filter(symbol -> (isChosen(symbol.name()) || isFreeInteger(symbol.name()))
                && statement.signature().flow(symbol.name()).isEmpty()).isPresent();
    }

    /** The member of a family, or the matrix whose entry, the left side of a recursion is. */
    static Optional<Term.Symbol> defined(Term side) {
        if (side instanceof Term.Symbol symbol && !symbol.indices().isEmpty()) return Optional.of(symbol);
        return Patterns.arguments(Operator.ENTRY, side).map(List::getFirst).flatMap(matrix ->
                matrix instanceof Term.Symbol symbol ? Optional.of(symbol) : Optional.empty());
    }

    /** Whether it is an integer on which no shape and no range depends, so that it may change after these are drawn. */
    boolean isFreeInteger(String name) {
        return statement.signature().find(name).filter(declaration -> declaration instanceof Declaration.Parameter).isPresent()
                && statement.signature().declarations().stream().noneMatch(declaration ->
                (declaration instanceof Declaration.Parameter || declaration instanceof Declaration.Variable) && declaration.mentions().contains(name));
    }

    /** Whether it makes a variable equal to a term that stands for it in all other clauses. */
    boolean isAbbreviation(Clause clause) {
        return abbreviations.defines(clause);
    }

    /** Whether one hypothesis alone speaks of a parameter, and no other declaration. */
    boolean isLone(String parameter) {
        return lone.contains(parameter);
    }

    private static Set<String> lone(Statement statement, List<Clause> clauses) {
        Set<String> lone = new HashSet<>();
        for (Declaration declaration : statement.signature().declarations()) {
            String name = declaration.name();
            if (declaration instanceof Declaration.Parameter parameter && parameter.sort() instanceof Sort.Real
                    && statement.signature().declarations().stream().noneMatch(other -> other.mentions().contains(name))
                    && clauses.stream().filter(clause -> !clause.hypothesis().equals(BOUNDS)).filter(clause -> clause.mentions(name)).count() == 1)
                lone.add(name);
        }
        return Set.copyOf(lone);
    }

    /** Whether a hypothesis speaks of a power of a matrix that may be a root, which is rational where singular values are powers themselves. */
    boolean hasMatrixRoots() {
        return matrixRoots;
    }

    private static boolean hasMatrixRoot(Term term) {
        boolean root = term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort sort) && operator == Operator.POWER && sort instanceof Sort.Matrix
                && !(arguments.get(1).sort() instanceof Sort.Int);
        return root || term.children().stream().anyMatch(Premises::hasMatrixRoot);
    }

    public Stream<Clause> inequalities() {
        return clauses.stream().filter(clause -> !clause.isEquality()).filter(clause -> !clause.speaksOfRates());
    }

    /** Whether the symbol is a real parameter or variable, so that its entries may be chosen. */
    public boolean isChosen(String name) {
        return statement.signature().find(name).map(declaration -> switch (declaration) {
            case Declaration.Parameter parameter -> !(parameter.sort() instanceof Sort.Int);
            case Declaration.Variable variable -> !(variable.sort() instanceof Sort.Int);
            case Declaration.Function ignored -> false;
            case Declaration.Definition ignored -> false;
            case Declaration.Flow ignored -> false;
        }).orElse(false);
    }
}
