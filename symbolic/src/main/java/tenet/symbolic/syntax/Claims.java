package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.grammar.TenetParser.*;
import tenet.symbolic.term.Rational;

/** Headers and their clauses to theories and claims. */
final class Claims {
    private final Problems problems;
    private final Reading<FileContext> reading;
    private final Library library;
    private final Map<String, Setting> theories = new LinkedHashMap<>();
    private final Set<String> earlier = new LinkedHashSet<>();
    private final Set<String> later = new LinkedHashSet<>();

    Claims(Problems problems, Reading<FileContext> reading, Library library) {
        this.problems = problems;
        this.reading = reading;
        this.library = library;
    }

    /** A header and the clauses below it. */
    private record Section(PartContext header, List<PartContext> clauses) {
    }

    /** A theory and the names in it whose declaration is wrong. */
    private record Setting(Document.Theory theory, Set<String> poisoned) {
    }

    Document document(String file) {
        List<Section> sections = sections();
        for (Section section : sections)
            if (isClaim(section.header()) && section.header().claimHeader().id != null)
                later.add(id(section.header().claimHeader().id));
        List<Claim> claims = new ArrayList<>();
        Optional<Setting> current = Optional.empty();
        for (Section section : sections) {
            if (isTheory(section.header())) {
                current = Optional.of(theory(section));
                continue;
            }
            try {
                claim(section, current).ifPresent(claims::add);
            } catch (Abandoned reported) {
                // The next claim may be read all the same.
            }
        }
        if (sections.isEmpty() && problems.count() == 0)
            problems.error("empty", new Claim.Place(file, 1, 1), 1, "there are no claims in this file",
                    () -> Optional.of("a claim begins with 'theorem', for example: theorem my.claim \"What it says\" show 1 + 1 = 2"));
        return new Document(file, theories.values().stream().map(Setting::theory).toList(), claims);
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        boolean stray = false;
        for (PartContext part : reading.tree().part()) {
            if (isTheory(part) || isClaim(part)) {
                sections.add(new Section(part, new ArrayList<>()));
            } else if (!sections.isEmpty()) {
                sections.getLast().clauses().add(part);
            } else if (!stray && !broken(part)) {
                problems.error("structure", part, "this clause belongs to no theory and no claim",
                        () -> Optional.of("begin with 'theory name' or 'theorem id'"));
                stray = true;
            }
        }
        return sections;
    }

    private boolean broken(PartContext part) {
        return reading.broken().contains(part) || part.UNREADABLE() != null;
    }

    private static boolean isTheory(PartContext part) {
        return part.theoryHeader() != null;
    }

    private static boolean isClaim(PartContext part) {
        return part.claimHeader() != null;
    }

    // Theories.

    private Setting theory(Section section) {
        TheoryHeaderContext header = section.header().theoryHeader();
        boolean named = !header.name().isEmpty() && header.name(0).getChildCount() > 0;
        String name = named ? Spelling.ascii(header.name(0).getText()) : "?";
        if (named && (theories.containsKey(name) || name.equals("none")))
            problems.error("duplicate", header.name(0), name.equals("none") ? "'none' cannot name a theory" : "the theory '"
                    + name + "' is stated already");
        Optional<Claim.Citation> citation = Optional.empty();
        List<Sampling> sampling = new ArrayList<>();
        for (PartContext clause : section.clauses()) {
            if (broken(clause) || clause.declaration() != null) continue;
            if (clause.citation() != null) citation = Optional.of(citation(clause.citation()));
            else if (clause.sampling() == null && clause.hypothesis() == null)
                problems.error("structure", clause, "'" + clause.getStart().getText() + "' belongs to a claim, not to a theory",
                        () -> Optional.of("begin the claim with 'theorem id'"));
        }
        Extension extension = new Extension(problems, word -> known(word).map(found ->
                new Extension.Parent(found.theory(), found.poisoned())), reading.skipped());
        header.name().stream().skip(1).forEach(parent -> extension.extend(parent, theories.keySet()));
        Scope open = extension.redefined(section.clauses().stream().filter(clause -> clause.declaration() != null && !broken(clause))
                .map(PartContext::declaration).toList(), Scope.of(Signature.EMPTY).poison(reading.skipped()));
        Declarations declarations = new Declarations(problems);
        Scope scope = declared(section, open, extension::isRedefinition, declarations);
        List<Hypothesis> assumptions = new ArrayList<>(extension.basis().assumptions());
        assumptions.addAll(declarations.assumptions());
        assumptions.addAll(hypotheses(section, scope, new Formulas.Bound(scope, UnaryOperator.identity()), new Terms(problems), assumptions));
        for (PartContext clause : section.clauses())
            if (clause.sampling() != null && !broken(clause)) sampling.addAll(sampling(clause.sampling(), scope));
        sampling.addAll(0, extension.basis().sampling());
        Document.Theory theory = new Document.Theory(name, title(header.STRING()), citation, extension.basis(), scope.signature(), assumptions, sampling,
                reading.notesAbove(header.getStart().getLine()), problems.place(header));
        Setting setting = new Setting(theory, scope.poisoned());
        if (named) theories.putIfAbsent(name, setting);
        return setting;
    }

    private Optional<Setting> known(String theory) {
        return Optional.ofNullable(theories.get(theory)).or(() -> library.theories().apply(theory).map(found -> new Setting(found, Set.of())));
    }

    private Scope declared(Section section, Scope scope, Predicate<DeclarationContext> done, Declarations declarations) {
        Map<DeclarationContext, Boolean> damaged = new LinkedHashMap<>();
        for (PartContext clause : section.clauses())
            if (clause.declaration() != null && !done.test(clause.declaration())) damaged.put(clause.declaration(), broken(clause));
        return declarations.declare(List.copyOf(damaged.keySet()), damaged::get, scope);
    }

    private static String title(org.antlr.v4.runtime.tree.TerminalNode text) {
        return text == null ? "" : QuotedText.unquote(text.getText());
    }

    private static Claim.Citation citation(CitationContext context) {
        Claim.Status status = context.status() == null ? Claim.Status.PUBLISHED
                : Claim.Status.valueOf(context.status().getText().toUpperCase(java.util.Locale.ROOT));
        return new Claim.Citation(title(context.STRING()), status);
    }

    private List<Sampling> sampling(SamplingContext context, Scope scope) {
        List<Sampling> sampling = new ArrayList<>();
        for (SampleContext sample : context.sample()) {
            String name = Spelling.ascii(sample.name().getText());
            Optional<Declaration> found = scope.signature().find(name);
            if (found.isEmpty() && scope.poisoned().contains(name)) continue;
            boolean time = found.isEmpty() && name.equals(Sampling.TIME);
            if (!time && !(found.orElse(null) instanceof Declaration.Parameter || found.orElse(null) instanceof Declaration.Variable)) {
                problems.error("unknown-name", sample.name(), "'" + name + "' is not a parameter or variable", () ->
                        Suggestions.didYouMean(name, scope.names()));
                continue;
            }
            try {
                Rational low = rational(sample.low);
                Optional<Rational> high = sample.high == null ? Optional.empty() : Optional.of(rational(sample.high));
                if (high.isPresent() && high.get().compareTo(low) < 0) problems.error("scope", sample,
                        "there is nothing between " + low + " and " + high.get());
                else if (time && (!low.isZero() || high.isEmpty() || high.get().isZero())) problems.error("scope", sample,
                        "motions are looked at from 0 to some time above 0, such as " + Sampling.TIME + " in 0..100");
                else sampling.add(new Sampling(name, low, high));
            } catch (Abandoned reported) {
                // Said already; the others may be right.
            }
        }
        return sampling;
    }

    private Rational rational(RationalContext context) {
        return problems.typed(context, () -> {
            Rational value = Rational.parse(context.NUMBER(0).getText());
            if (context.NUMBER().size() == 2) value = value.divide(Rational.parse(context.NUMBER(1).getText()));
            return context.MINUS() == null ? value : value.negate();
        });
    }

    // Claims.

    static String id(ClaimIdContext context) {
        return context.getText();
    }

    private Optional<Claim> claim(Section section, Optional<Setting> current) {
        int before = problems.count();
        boolean damaged = broken(section.header()) || section.clauses().stream().anyMatch(this::broken);
        ClaimHeaderContext header = section.header().claimHeader();
        String id = header.id == null ? "?" : id(header.id);
        later.remove(id);
        if (header.id != null && earlier.contains(id)) problems.error("duplicate", header.id, "there is a claim '" + id
                + "' already");
        Claim.Kind kind = kind(header);
        Optional<String> original = Optional.ofNullable(header.original).filter(ignored -> !broken(section.header()))
                .map(context -> variantOf(context, kind));
        try {
            Optional<Setting> setting = setting(section, current);
            Scope open = Scope.of(setting.map(found -> found.theory().signature()).orElse(Signature.EMPTY)).poison(reading.skipped())
                    .poison(setting.map(Setting::poisoned).orElse(Set.of()));
            Declarations declarations = new Declarations(problems);
            Scope scope = declared(section, open, declaration -> false, declarations);
            Terms terms = new Terms(problems);
            Formulas.Bound indices = indices(section, scope, terms);
            List<Hypothesis> hypotheses = new ArrayList<>(setting.map(found -> found.theory().assumptions()).orElse(List.of()));
            hypotheses.addAll(declarations.assumptions());
            hypotheses.addAll(hypotheses(section, scope, indices, terms, hypotheses));
            Optional<Formula> conclusion = conclusion(section, header, indices, terms, damaged);
            List<Derivation> derivation = derivation(section, conclusion, indices.inside(), scope, hypotheses, terms);
            // Those of the theory first: a claim's own line about the same name counts.
            List<Sampling> sampling = new ArrayList<>(setting.map(found -> found.theory().sampling()).orElse(List.of()));
            for (PartContext clause : section.clauses())
                if (clause.sampling() != null && !broken(clause)) sampling.addAll(sampling(clause.sampling(), scope));
            Optional<Claim.Citation> citation = section.clauses().stream().filter(clause -> clause.citation() != null
                    && !broken(clause))
                    .map(clause -> citation(clause.citation())).reduce((first, second) -> second);
            Claim.Expectation expectation = expectation(section, kind);
            boolean whole = !damaged && problems.count() == before && conclusion.isPresent();
            if (!whole) return Optional.empty();
            Statement statement = new Statement(id, scope.signature(), hypotheses, conclusion.get());
            return Optional.of(new Claim(kind, statement, title(header.STRING()), citation,
                    setting.map(found -> found.theory().name()), original, expectation, derivation, sampling,
                    reading.notesAbove(header.getStart().getLine()), problems.place(header)));
        } finally {
            earlier.add(id);
        }
    }

    private static Claim.Kind kind(ClaimHeaderContext header) {
        ClaimKindContext kind = header.claimKind();
        if (kind.LEMMA() != null) return Claim.Kind.LEMMA;
        if (kind.CONJECTURE() != null) return Claim.Kind.CONJECTURE;
        if (kind.FALSE() != null) return Claim.Kind.FALSE_CLAIM;
        return kind.TRUE() != null ? Claim.Kind.TRUE_VARIANT : Claim.Kind.THEOREM;
    }

    private String variantOf(ClaimIdContext context, Claim.Kind kind) {
        String id = id(context);
        if (!earlier.contains(id) && !library.claims().test(id)) {
            if (later.contains(id)) problems.error("order", context, "'" + id
                    + "' is stated below; state a variant after what it varies");
            else problems.error("unknown-name", context, "there is no claim '" + id + "'", () -> Suggestions.didYouMean(id, earlier));
        }
        if (kind != Claim.Kind.FALSE_CLAIM && kind != Claim.Kind.TRUE_VARIANT)
            problems.error("structure", context, "only a false claim or a true variant varies another claim");
        return id;
    }

    private Optional<Setting> setting(Section section, Optional<Setting> current) {
        Optional<Setting> chosen = current;
        for (PartContext clause : section.clauses()) {
            if (clause.theoryClause() == null) continue;
            if (broken(clause)) throw new Abandoned();
            NameContext name = clause.theoryClause().name();
            String word = Spelling.ascii(name.getText());
            chosen = word.equals("none") ? Optional.empty() : Optional.of(known(word)
                    .orElseThrow(() -> reading.skipped().contains(word) ? new Abandoned() : problems.error("unknown-name", name,
                            "there is no theory '" + word + "'", () -> Suggestions.didYouMean(word, theories.keySet()))));
        }
        return chosen;
    }

    private Formulas.Bound indices(Section section, Scope scope, Terms terms) {
        Formulas.Bound bound = new Formulas.Bound(scope, UnaryOperator.identity());
        for (PartContext clause : section.clauses()) {
            if (clause.forClause() == null) continue;
            if (broken(clause)) {
                bound = new Formulas.Bound(bound.inside().poison(namesOf(clause.forClause())), bound.around());
                continue;
            }
            UnaryOperator<Formula> outer = bound.around();
            try {
                Formulas.Bound more = terms.shapes.formulas.bind(clause.forClause().bindings(), bound.inside());
                bound = new Formulas.Bound(more.inside(), body -> outer.apply(more.around().apply(body)));
            } catch (Abandoned reported) {
                bound = new Formulas.Bound(bound.inside().poison(namesOf(clause.forClause())), bound.around());
            }
        }
        return bound;
    }

    private static List<String> namesOf(ForClauseContext context) {
        if (context.bindings() == null) return List.of();
        return context.bindings().binding().stream().flatMap(binding -> binding.name().stream())
                .map(name -> Spelling.ascii(name.getText())).toList();
    }

    /** The hypotheses that the section states itself, after those that it has already. */
    private List<Hypothesis> hypotheses(Section section, Scope scope, Formulas.Bound indices, Terms terms, List<Hypothesis> before) {
        Map<String, String> absent = new LinkedHashMap<>();
        indices.inside().bound().keySet().forEach(name -> absent.put(name, "a hypothesis cannot use the index '" + name
                + "' of the claim; quantify it in the hypothesis: for " + name + " in ..: ..."));
        Scope inside = scope.absent(absent).poison(indices.inside().poisoned());
        List<Hypothesis> hypotheses = new ArrayList<>();
        Set<String> names = new HashSet<>();
        before.forEach(assumption -> names.add(assumption.name()));
        for (PartContext clause : section.clauses()) {
            if (clause.hypothesis() == null || broken(clause)) continue;
            HypothesisContext context = clause.hypothesis();
            String name = Spelling.ascii(context.name().getText());
            if (!names.add(name)) problems.error("duplicate", context.name(), "there is a hypothesis '" + name + "' already");
            Hypothesis.When when = context.ALWAYS() != null ? Hypothesis.When.ALWAYS
                    : context.INITIALLY() != null ? Hypothesis.When.INITIALLY : Hypothesis.When.NOW;
            try {
                hypotheses.add(new Hypothesis(name, when, terms.shapes.formulas.formula(context.formula(), inside)));
            } catch (Abandoned reported) {
                // The next hypothesis may be read all the same.
            }
        }
        return hypotheses;
    }

    private Optional<Formula> conclusion(Section section, ClaimHeaderContext header, Formulas.Bound indices, Terms terms,
            boolean damaged) {
        List<PartContext> shown = section.clauses().stream().filter(clause -> clause.conclusion() != null).toList();
        if (shown.isEmpty() && !damaged)
            problems.error("structure", header, "this claim shows nothing", () -> Optional.of("add a line: show ..."));
        for (PartContext more : shown.subList(Math.min(1, shown.size()), shown.size()))
            problems.error("structure", more, "a claim has one conclusion", () -> Optional.of("join several by 'and'"));
        if (shown.isEmpty() || broken(shown.getFirst())) return Optional.empty();
        try {
            return Optional.of(indices.around().apply(terms.shapes.formulas.formula(shown.getFirst().conclusion().formula(),
                    indices.inside())));
        } catch (Abandoned reported) {
            return Optional.empty();
        }
    }

    private List<Derivation> derivation(Section section, Optional<Formula> conclusion, Scope indices, Scope scope,
            List<Hypothesis> hypotheses, Terms terms) {
        Set<String> local = new LinkedHashSet<>();
        hypotheses.forEach(hypothesis -> local.add(hypothesis.name()));
        Set<String> lost = new HashSet<>(reading.skipped());
        for (PartContext clause : section.clauses()) {
            if (clause.hypothesis() != null && clause.hypothesis().name() != null) {
                String name = Spelling.ascii(clause.hypothesis().name().getText());
                if (hypotheses.stream().anyMatch(hypothesis -> hypothesis.name().equals(name))) local.add(name);
                else lost.add(name);
            }
            if (clause.derivation() instanceof HaveContext have && have.name() != null && broken(clause))
                lost.add(Spelling.ascii(have.name().getText()));
        }
        List<DerivationContext> steps = section.clauses().stream().filter(clause -> clause.derivation() != null && !broken(clause))
                .map(PartContext::derivation).toList();
        // Where the conclusion cannot be read its own indices are unknown, and each step would be reported for that one reason.
        boolean plain = section.clauses().stream().anyMatch(clause -> clause.conclusion() != null && !broken(clause)
                && !(clause.conclusion().formula().conjunct(0) instanceof QuantifiedContext));
        if (conclusion.isEmpty() && !plain) return List.of();
        KnownFacts known = new KnownFacts(local, earlier, library.claims(), later, lost);
        Scope inside = conclusion.map(shown -> Derivations.opened(shown, scope)).orElse(indices);
        return new Derivations(problems, terms, known).derivation(steps, inside);
    }

    private Claim.Expectation expectation(Section section, Claim.Kind kind) {
        Claim.Expectation expectation = defaultExpectation(kind);
        for (PartContext clause : section.clauses()) {
            if (clause.expectation() == null || broken(clause)) continue;
            ExpectationContext context = clause.expectation();
            String words = (context.NOT() == null ? "" : "not_") + context.name().getText();
            Optional<Claim.Expectation> named = java.util.Arrays.stream(Claim.Expectation.values())
                    .filter(value -> value.name().equalsIgnoreCase(words)).findFirst();
            if (named.isEmpty())
                problems.error("structure", context, "'" + words.replace('_', ' ') + "' is not a verdict to expect",
                        () -> Suggestions.didYouMean(words, List.of("proved", "certified", "supported", "refuted", "not refuted",
                                "any"))
                                .or(() -> Optional.of("expect proved, certified, supported, refuted, not refuted or any")));
            expectation = named.orElse(expectation);
        }
        return expectation;
    }

    /** What is expected of a claim that does not say. */
    static Claim.Expectation defaultExpectation(Claim.Kind kind) {
        return switch (kind) {
            case THEOREM -> Claim.Expectation.SUPPORTED;
            case FALSE_CLAIM -> Claim.Expectation.REFUTED;
            case TRUE_VARIANT, LEMMA -> Claim.Expectation.NOT_REFUTED;
            case CONJECTURE -> Claim.Expectation.ANY;
        };
    }
}
