package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tenet.symbolic.algebra.Matching;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Instances of quantified facts, lemmas and theorems, as an author's hint names them. */
final class Instances {
    private Instances() {
    }

    /** A lemma or theorem with terms for what it declares and the claim does not. */
    record Instance(Map<String, Term> arguments, List<Hypothesis> hypotheses, Formula conclusion) {
    }

    /**
     * @param given terms for the imported parameters and variables in order of declaration; integer parameters may be
     *              left out when the shapes of the other terms tell them
     * @param named terms by name: {@code x}, or {@code a[n]} for a family, with a term in n
     * @throws IllTyped when they do not fit, saying why
     */
    static Instance of(Statement imported, Signature ours, List<Term> given, Map<String, Term> named) {
        List<Declaration> all = imported.signature().declarations();
        Set<String> names = named.keySet().stream().map(Certificate::named).collect(Collectors.toSet());
        List<Declaration> own = all.stream().filter(declaration -> !ours.declarations().contains(declaration) || names.contains(declaration.name())).toList();
        try {
            return of(imported, own, given, withFamilies(imported, own, ours, named));
        } catch (IllTyped e) {
            // The terms may be meant for all that it declares, what happens to be declared alike here included.
            if (own.size() == all.size() || all.stream().anyMatch(declaration -> declaration instanceof Declaration.Flow)) throw e;
            try {
                return of(imported, all, given, named);
            } catch (IllTyped worse) {
                throw e;
            }
        }
    }

    /** A family that is not named stands for the one of its name, if there is one here. */
    private static Map<String, Term> withFamilies(Statement imported, List<Declaration> own, Signature ours, Map<String, Term> named) {
        Map<String, Term> all = new LinkedHashMap<>();
        for (Declaration declaration : own) {
            List<String> at = indices(declaration).stream().map(Range::index).toList();
            boolean given = named.keySet().stream().anyMatch(key -> Certificate.named(key).equals(declaration.name()));
            if (at.isEmpty() || given || imported.signature().flow(declaration.name()).isPresent() || at.stream().anyMatch(index -> ours.find(index).isPresent())
                    || !(declaration instanceof Declaration.Parameter || declaration instanceof Declaration.Variable)
                    || ours.find(declaration.name()).map(Instances::indices).filter(here -> here.size() == at.size()).isEmpty()) continue;
            List<Term> indices = at.stream().map(Term::index).toList();
            all.put(declaration.name() + "[" + String.join(",", at) + "]",
                    new Term.Symbol(declaration.name(), indices, ours.sortOf(declaration.name(), indices)));
        }
        all.putAll(named);
        return all;
    }

    private static Instance of(Statement imported, List<Declaration> own, List<Term> given, Map<String, Term> named) {
        List<Declaration> open = own.stream().filter(declaration -> declaration instanceof Declaration.Parameter
                || declaration instanceof Declaration.Variable && imported.signature().flow(declaration.name()).isEmpty()).toList();
        List<Declaration.Definition> definitions = own.stream().filter(Declaration.Definition.class::isInstance).map(Declaration.Definition.class::cast).toList();
        Map<String, Term> values = new LinkedHashMap<>();
        Map<String, Term> arguments = new LinkedHashMap<>();
        Map<String, Substitution.Family> families = new LinkedHashMap<>();
        named.forEach((key, term) -> {
            Declaration declaration = open.stream().filter(candidate -> candidate.name().equals(Certificate.named(key))).findFirst()
                    .orElseThrow(() -> new IllTyped(imported.id() + " declares no " + Certificate.named(key)));
            List<String> at = Certificate.indices(key);
            if (at.size() != indices(declaration).size())
                throw new IllTyped(imported.id() + ": " + declaration.name() + " takes " + indices(declaration).size() + " indices, not " + at.size());
            if (at.isEmpty()) values.put(declaration.name(), term);
            else families.put(declaration.name(), new Substitution.Family(at, term));
            arguments.put(key, term);
        });
        List<Declaration> wanted = open.stream().filter(declaration -> !values.containsKey(declaration.name()) && !families.containsKey(declaration.name())).toList();
        Set<String> told = new LinkedHashSet<>();
        for (Declaration declaration : open)
            if (!(sort(declaration) instanceof Sort.Int)) told.addAll(Names.free(new Term.Symbol("?", List.of(), sort(declaration))));
        List<Declaration> positional = given.size() == wanted.size() ? wanted : wanted.stream().filter(declaration -> !told.contains(declaration.name())).toList();
        if (given.size() != positional.size() || positional.stream().anyMatch(declaration -> !indices(declaration).isEmpty()))
            throw new IllTyped(imported.id() + " needs terms for " + String.join(", ", positional.stream().map(Declaration::name).toList())
                    + (given.isEmpty() ? "" : ", not " + given.size() + " terms") + ": write " + imported.id() + "("
                    + String.join(", ", positional.stream().map(Instances::form).toList()) + ")");
        Set<String> integers = new LinkedHashSet<>();
        for (Declaration declaration : open)
            if (indices(declaration).isEmpty() && sort(declaration) instanceof Sort.Int) integers.add(declaration.name());
        for (int i = 0; i < positional.size(); i++) values.put(positional.get(i).name(), given.get(i));
        for (Declaration declaration : open)
            if (values.containsKey(declaration.name())) infer(sort(declaration), values.get(declaration.name()).sort(), integers, values);
        for (String integer : integers)
            if (!values.containsKey(integer)) throw new IllTyped(imported.id() + ": nothing tells the value of " + integer + "; give all terms");
        for (Declaration declaration : open)
            if (values.containsKey(declaration.name())) arguments.put(declaration.name(), values.get(declaration.name()));
        Substitution at = new Substitution(values, families);
        for (Declaration declaration : open)
            if (values.containsKey(declaration.name()) && !Sort.fits(values.get(declaration.name()).sort(), at.apply(sort(declaration))))
                throw new IllTyped(imported.id() + ": " + values.get(declaration.name()) + ", a " + values.get(declaration.name()).sort()
                        + ", cannot stand for " + declaration.name() + ", a " + at.apply(sort(declaration)));
        List<Hypothesis> hypotheses = imported.hypotheses().stream().map(hypothesis -> new Hypothesis(hypothesis.name(), hypothesis.when(),
                Formula.substitute(at, Signature.unfold(hypothesis.formula(), definitions)))).toList();
        return new Instance(arguments, hypotheses, Formula.substitute(at, Signature.unfold(imported.conclusion(), definitions)));
    }

    private static Sort sort(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> parameter.sort();
            case Declaration.Variable variable -> variable.sort();
            default -> throw new IllegalStateException(declaration.name());
        };
    }

    private static List<Range> indices(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> parameter.indices();
            case Declaration.Variable variable -> variable.indices();
            default -> List.of();
        };
    }

    /** How a hint gives the term for a declaration. */
    private static String form(Declaration declaration) {
        List<Range> indices = indices(declaration);
        return declaration.name() + (indices.isEmpty() ? "" : "[" + String.join(",", indices.stream().map(Range::index).toList()) + "]") + " := ...";
    }

    private static void infer(Sort declared, Sort actual, Set<String> integers, Map<String, Term> values) {
        if (declared instanceof Sort.Matrix(Term rows, Term columns)) {
            Sort.Matrix shape = actual instanceof Sort.Matrix matrix ? matrix : new Sort.Matrix(Term.number(1), Term.number(1));
            for (Term[] pair : new Term[][] {{rows, shape.rows()}, {columns, shape.columns()}})
                // A size by itself is taken as it stands: its name may be one of ours, too.
                if (pair[0] instanceof Term.Symbol size && integers.contains(size.name())) values.putIfAbsent(size.name(), pair[1]);
                else Matching.match(new Substitution(values).apply(pair[0]), pair[1], integers).ifPresent(found ->
                        found.forEach((name, value) -> values.putIfAbsent(name, value)));
        }
    }

    /** An instance of a quantified fact. @throws IllTyped when the terms do not fit the quantifiers */
    static Formula instantiate(Formula formula, List<Term> values) {
        Formula body = formula;
        for (Term value : values)
            body = switch (body) {
                case Formula.ForAll(Range range, Formula inner) -> Formula.substitute(Substitution.of(range.index(), value), inner);
                case Formula.ForEvery(String name, Sort sort, Formula inner) -> Formula.substitute(Substitution.of(name, value), inner);
                default -> throw new IllTyped("there are more terms than quantifiers in  " + formula);
            };
        return body;
    }

    static Map<String, Term> numbered(List<Term> values) {
        Map<String, Term> arguments = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) names.add("x" + (i + 1));
        for (int i = 0; i < values.size(); i++) arguments.put(names.get(i), values.get(i));
        return arguments;
    }

}
