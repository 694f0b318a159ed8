package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Rules that use what was shown elsewhere. Trusted. */
final class ImportRules {
    private ImportRules() {
    }

    /**
     * Meaning: an instance of a named lemma (label), taken as given and listed with the theorem, or of a theorem that
     * the kernel has checked. Arguments give terms for the parameters and variables that the imported statement declares
     * and this one does not; premises are its hypotheses, in order; further premises show bounds of parameters. Side
     * conditions: terms have the declared sorts and bounds; a hypothesis about every time needs a premise that holds at
     * every time, one about the start a premise about the start; terms for moving variables are continuous in time; what
     * both statements declare is declared alike, flows included, but a function left arbitrary there may be a defined
     * polynomial here. Failure: any of these, or another conclusion.
     */
    record Import(String name, boolean lemma) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            String label = setting.step.label().orElseThrow(() -> new Rejection("it needs the name of what it uses"));
            Statement imported;
            if (lemma) {
                imported = setting.lemmas.get(label);
                if (imported == null) throw new Rejection("there is no lemma called " + label);
                setting.lemmasUsed.add(label);
            } else {
                Theorem theorem = setting.theorems.get(label);
                if (theorem == null) throw new Rejection("no theorem called " + label + " has been proved before");
                imported = theorem.statement();
                setting.lemmasUsed.addAll(theorem.lemmas());
            }
            return new Instance(setting, imported).check();
        }
    }

    private record Instance(Setting setting, Statement imported) {
        Set<String> check() {
            Facts facts = setting.facts(imported.hypotheses().size());
            Signature ours = setting.statement.signature();
            List<Declaration> own = new ArrayList<>();
            for (Declaration declaration : imported.signature().declarations())
                if (!ours.declarations().contains(declaration)) own.add(declaration);
            Set<String> wanted = new LinkedHashSet<>();
            Map<String, Term> values = new LinkedHashMap<>();
            for (Declaration declaration : own) {
                switch (declaration) {
                    case Declaration.Parameter(String name, var indices, Sort sort, List<Declaration.Bound> bounds) when indices.isEmpty() -> {
                        values.put(name, value(name, sort, values));
                        wanted.add(name);
                    }
                    case Declaration.Variable(String name, var indices, Sort sort, Declaration.Motion motion)
                            when indices.isEmpty() && imported.signature().flow(name).isEmpty() -> {
                        Term value = value(name, sort, values);
                        if (motion == Declaration.Motion.MOVING && !new Continuity(ours).continuous(setting.primitive(value, facts)))
                            throw new Rejection("the term " + value + " for " + name + " is not known to be continuous in time");
                        values.put(name, value);
                        wanted.add(name);
                    }
                    case Declaration.Definition ignored -> { }
                    // What holds for every smooth function holds for the one that this statement defines.
                    case Declaration.Function function when ours.find(function.name()).orElse(null) instanceof Declaration.Function defined
                            && function.body().isEmpty() && defined.body().isPresent() && sameSorts(function, defined)
                            && (!function.smooth() || Continuity.polynomial(defined.body().get().term())) -> { }
                    default -> throw new Rejection("it declares " + declaration.name() + ", which this statement does not declare alike");
                }
            }
            setting.arguments(wanted);
            Substitution instance = new Substitution(values);
            for (Declaration declaration : own)
                if (declaration instanceof Declaration.Parameter(String name, var indices, Sort sort, List<Declaration.Bound> bounds))
                    for (Declaration.Bound bound : bounds) {
                        Formula.Relation relation = new Formula.Relation(bound.comparison(), values.get(name), instance.apply(bound.term()));
                        if (!facts.holds(relation)) throw new Rejection("the bound " + relation + " is not known to hold");
                    }
            Set<String> now = new TreeSet<>();
            if (setting.premises.size() < imported.hypotheses().size())
                throw new Rejection("it has " + imported.hypotheses().size() + " hypotheses and needs as many premises");
            for (int i = 0; i < imported.hypotheses().size(); i++) now.addAll(discharge(imported.hypotheses().get(i), i, instance, own, facts));
            for (int i = imported.hypotheses().size(); i < setting.premises.size(); i++) now.addAll(setting.premises.get(i).now());
            Formula conclusion = Formula.substitute(instance, unfold(imported.conclusion(), own));
            if (!setting.equivalent(conclusion, setting.conclusion(), facts))
                throw new Rejection("it shows  " + conclusion + "  rather than  " + setting.conclusion());
            return now;
        }

        private static boolean sameSorts(Declaration.Function a, Declaration.Function b) {
            if (a.arguments().size() != b.arguments().size() || !Sort.same(a.result(), b.result())) return false;
            for (int i = 0; i < a.arguments().size(); i++) if (!Sort.same(a.arguments().get(i), b.arguments().get(i))) return false;
            return true;
        }

        private Term value(String name, Sort sort, Map<String, Term> earlier) {
            Term value = setting.step.arguments().get(name);
            if (value == null) throw new Rejection("it needs a term for " + name);
            Sort wanted = new Substitution(earlier).apply(sort);
            if (!Sort.fits(value.sort(), wanted)) throw new Rejection(value + ", a " + value.sort() + ", cannot stand for " + name + ", a " + wanted);
            return value;
        }

        private Set<String> discharge(Hypothesis hypothesis, int position, Substitution instance, List<Declaration> own, Facts facts) {
            Line premise = setting.premises.get(position);
            Formula wanted = Formula.substitute(instance, unfold(hypothesis.formula(), own));
            boolean start = premise.conclusion() instanceof Formula.Initially;
            Formula shown = switch (hypothesis.when()) {
                case NOW -> setting.spoken(premise);
                case ALWAYS -> {
                    if (start || !premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at every time");
                    yield premise.conclusion();
                }
                case INITIALLY -> {
                    if (start) yield ((Formula.Initially) premise.conclusion()).body();
                    if (!premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at the start");
                    yield premise.conclusion();
                }
            };
            if (!setting.equivalent(wanted, shown, facts))
                throw new Rejection("the hypothesis " + hypothesis.name() + " is  " + wanted + ", but premise " + premise.step().number() + " shows  " + shown);
            return hypothesis.when() == Hypothesis.When.NOW ? premise.now() : Set.of();
        }

        /** Writes out the definitions that only the imported statement has. */
        private static Formula unfold(Formula formula, List<Declaration> own) {
            return Signature.unfold(formula, own.stream().filter(Declaration.Definition.class::isInstance).map(Declaration.Definition.class::cast).toList());
        }
    }
}
