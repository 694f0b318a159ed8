package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tenet.symbolic.claim.Document;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.syntax.grammar.TenetParser.*;

/**
 * What a theory takes over from those that it extends: their declarations in order, each once, and their sampling. A
 * function that they leave arbitrary may be given a body; it keeps its place, so that what follows speaks of it.
 */
final class Extension {
    /** A theory and the names in it whose declaration is wrong. */
    record Parent(Document.Theory theory, Set<String> poisoned) {
    }

    private final Problems problems;
    private final Function<String, Optional<Parent>> theories;
    private final Set<String> skipped;
    private final List<String> names = new ArrayList<>();
    private final List<Hypothesis> assumptions = new ArrayList<>();
    private final List<Sampling> sampling = new ArrayList<>();
    private final Set<String> poisoned = new HashSet<>();
    private final Set<DeclarationContext> redefinitions = new HashSet<>();
    private Signature signature = Signature.EMPTY;

    Extension(Problems problems, Function<String, Optional<Parent>> theories, Set<String> skipped) {
        this.problems = problems;
        this.theories = theories;
        this.skipped = skipped;
    }

    void extend(NameContext context, Set<String> candidates) {
        String name = Spelling.ascii(context.getText());
        Optional<Parent> parent = theories.apply(name);
        if (parent.isEmpty()) {
            if (!skipped.contains(name)) problems.error("unknown-name", context, "there is no theory '" + name + "' above", () ->
                    Suggestions.didYouMean(name, candidates));
            return;
        }
        Document.Theory theory = parent.get().theory();
        for (Declaration declaration : theory.signature().declarations()) {
            boolean flow = declaration instanceof Declaration.Flow;
            Optional<? extends Declaration> before = flow ? signature.flow(declaration.name()) : signature.find(declaration.name());
            if (before.isEmpty()) signature = signature.with(List.of(declaration));
            else if (!before.get().equals(declaration)) problems.error("duplicate", context, "'" + name + "' declares '" + declaration.name()
                    + "' in another way than " + String.join(", ", names));
        }
        for (Hypothesis assumption : theory.assumptions()) {
            Optional<Hypothesis> before = assumptions.stream().filter(known -> known.name().equals(assumption.name())).findFirst();
            if (before.isEmpty()) assumptions.add(assumption);
            else if (!before.get().equals(assumption)) problems.error("duplicate", context, "'" + name + "' assumes '" + assumption.name()
                    + "' in another way than " + String.join(", ", names));
        }
        names.add(name);
        sampling.addAll(theory.sampling());
        poisoned.addAll(parent.get().poisoned());
    }

    Document.Basis basis() {
        return new Document.Basis(names, signature, assumptions, sampling);
    }

    /** The scope of what is taken over, with bodies for the functions that these declarations define. */
    Scope redefined(List<DeclarationContext> own, Scope scope) {
        List<Declaration> declarations = new ArrayList<>(signature.declarations());
        Scope result = scope.poison(poisoned);
        Map<String, String> later = new LinkedHashMap<>();
        for (DeclarationContext context : own)
            for (String name : Declarations.names(context))
                later.put(name, "a function that is declared in " + String.join(", ", names) + " keeps its place, and '" + name + "' comes after it");
        for (DeclarationContext declaration : own) {
            if (!(declaration instanceof FunctionContext context) || context.name() == null || context.term() == null) continue;
            String name = Spelling.ascii(context.name().getText());
            if (!(signature.find(name).orElse(null) instanceof Declaration.Function function) || function.body().isPresent()) continue;
            redefinitions.add(context);
            int place = declarations.indexOf(function);
            Scope before = result.with(new Signature(declarations.subList(0, place))).absent(later);
            Scope after = new Declarations(problems).declare(List.of(context), ignored -> false, before);
            if (after.signature().find(name).orElse(null) instanceof Declaration.Function defined) {
                if (!defined.arguments().equals(function.arguments()) || !defined.result().equals(function.result()))
                    problems.error("shape", context, "'" + name + "' is declared with other arguments or values in " + String.join(", ", names));
                else declarations.set(place, defined);
            } else {
                Set<String> wrong = new LinkedHashSet<>(after.poisoned());
                result = result.poison(wrong);
            }
        }
        return result.with(new Signature(declarations));
    }

    boolean isRedefinition(DeclarationContext context) {
        return redefinitions.contains(context);
    }
}
