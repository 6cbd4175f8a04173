package migrate

import "strings"

// hadolintSettings reads hadolint's file.
//
// https://github.com/hadolint/hadolint#configure
func hadolintSettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		switch m.text {
		case "ignored":
			r.ignore(m.text, words(m.value))
		case "trustedRegistries":
			r.trusted(m)
		case "override":
			for _, level := range membersOf(m.value) {
				severity, ok := hadolintLevels[level.text]
				for _, id := range words(level.value) {
					if text := "override " + level.text + " " + id.text; ok {
						r.set(id.line, text, "checks", id.text, severity)
					} else {
						r.drop(id.line, text, "there is no level %q", level.text)
					}
				}
			}
		case "failure-threshold":
			if severity, ok := hadolintLevels[m.value.Value]; ok {
				r.set(m.line, m.shown(), "fail_on", severity)
			} else if m.value.Value == "none" {
				r.set(m.line, m.shown(), "fail_on", "none")
			}
		case "no-fail":
			if m.value.Value == "true" {
				r.set(m.line, m.shown(), "soft_fail", "true")
			}
		default:
			r.drop(m.line, m.shown(), meansNone)
		}
	}
}

// hadolintLevels are the severities that come closest.
var hadolintLevels = map[string]string{"error": "high", "warning": "medium", "info": "low", "style": "low"}

func (r *reader) trusted(m member) {
	var hosts []string
	for _, host := range words(m.value) {
		if bare := strings.TrimPrefix(host.text, "*."); strings.Contains(bare, "*") || !strings.ContainsAny(bare, ".:") && bare != "localhost" {
			r.drop(host.line, m.text+" "+host.text, "it is no host")
			continue
		}
		hosts = append(hosts, host.text)
	}
	if len(hosts) > 0 {
		r.set(m.line, m.text, "trusted.registries", hosts...)
	}
}

// kicsSettings reads what stands for flags of KICS, in JSON or YAML.
//
// https://docs.kics.io/latest/configuration-file/
func kicsSettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		switch m.text {
		case "exclude-queries":
			r.ignore(m.text, words(m.value))
		case "include-queries":
			r.set(m.line, m.text, "only", texts(words(m.value))...)
		case "exclude-paths":
			r.set(m.line, m.text, "exclude", texts(words(m.value))...)
		case "fail-on":
			if severity, ok := least(words(m.value)); ok {
				r.set(m.line, m.text+": "+strings.Join(texts(words(m.value)), ", "), "fail_on", severity)
			}
		case "exclude-severities", "exclude-categories":
			r.drop(m.line, m.text, "checks are chosen by the least severity, and by id")
		default:
			r.drop(m.line, m.shown(), meansNone)
		}
	}
}

// cfnlintSettings reads the file of a tool that looks for other things.
func cfnlintSettings(r *reader, data []byte) {
	for _, m := range r.members(data) {
		r.drop(m.line, m.shown(), "what cfn-lint looks for, Lintel does not")
	}
}
