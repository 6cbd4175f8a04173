package secret

import (
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

const (
	keyID  = "AKIA" + "IOSFODNN7EXAMPLE"
	key    = "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY"
	marker = "9f2c4b7e1d0a8c6f3e5b" // looks as if nobody had chosen it
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		keyID: "an AWS access key id",
		"export AWS_ACCESS_KEY_ID=" + keyID + "\n": "an AWS access key id",
		"x" + keyID:                             "",
		keyID + "X":                             "",
		"AKIAIOSFODNN7":                         "",
		"AKIA is how they begin, " + keyID:      "an AWS access key id",
		"aws_secret_access_key = " + key:        "an AWS secret access key",
		"SecretAccessKey: \"" + key + "\"":      "an AWS secret access key",
		"a secret " + strings.Repeat("0a", 20):  "", // a hash
		key:                                     "",
		"ghp_" + strings.Repeat("a1B2", 9):      "a GitHub token",
		"ghp_short but the text is long enough": "",
		"xoxb-123456789012-" + marker:           "a Slack token",
		"AIza" + strings.Repeat("a1_-B", 7):     "a Google API key",
		"sk_live_" + marker:                     "a Stripe key",
		"glpat-" + marker:                       "a GitLab token",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIE": "a private key",
		"-----BEGIN CERTIFICATE-----\nMIIE":     "",
		"echo LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo= | base64 -d": "a private key",
		"echo LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg== | base64 -d":     "",
		"echo LS0tLS1CRUdJTi": "",
		"":                    "",
	} {
		if got := In(text); got != want {
			t.Errorf("In(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, test := range []struct{ name, value, want string }{
		{"password", "changeme", "a password"},
		{"DB-PASSWORD", "x", "a password"},
		{"master_password", "", ""},
		{"password", "{{resolve:secretsmanager:db}}", ""},
		{"password", "/prod/db/password", ""},
		{"password", "required", ""},
		{"password_policy", "strict-and-long-0123456789", ""},
		{"secret", "my-secrets-name", ""},
		{"client_secret", marker, "a secret"},
		{"token", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app", ""},
		{"token", "0a1b2c3d-0000-4000-8000-1234567890ab", ""},
		{"secret_key", key, "an AWS secret access key"},
		{"access_key", key, "an AWS secret access key"},
		{"SECRET", key, "an AWS secret access key"},
		{"comment", marker, ""},
		{"comment", keyID, "an AWS access key id"},
	} {
		if got := Named(test.name, test.value); got != test.want {
			t.Errorf("Named(%q, %q) is %q, want %q", test.name, test.value, got, test.want)
		}
	}
}

func TestLiterals(t *testing.T) {
	text := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	parts := model.Undecided("known after apply", model.Origin{})
	parts.Why.Parts = []model.Value{text("part"), model.Undecided("known after apply", model.Origin{})}
	doc := model.Object(map[string]model.Value{"inner": text("inner")}, model.Origin{})
	encoded := text(`{"inner":"inner"}`)
	encoded.Doc = &doc
	v := model.Object(map[string]model.Value{
		"b": model.List([]model.Value{text("one"), text("two")}, model.Origin{}),
		"a": model.OneOf("var.x is not set", model.Origin{}, text("yes"), text("no")),
		"c": parts, "password": parts, "d": encoded, "e": model.Number(1, model.Origin{}),
		"f": model.Undecided("var.x is not set", model.Origin{}),
	}, model.Origin{})
	var got []string
	for name, v := range Literals("", &v) {
		got = append(got, name+"="+v.String())
	}
	slices.Sort(got)
	if want := []string{"=part", "a=no", "a=yes", "b=one", "b=two", "inner=inner", "password=part"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDecoded(t *testing.T) {
	for text, want := range map[string]string{"aGVsbG8=": "hello", "#!/bin/sh": "#!/bin/sh", keyID: keyID, "": ""} {
		if got := Decoded(text); got != want {
			t.Errorf("Decoded(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestOf(t *testing.T) {
	for _, test := range []struct{ typ, name, value, want string }{
		{"AWS::CodePipeline::Webhook", "SecretToken", "short", "a secret"},
		{"AWS::CodePipeline::Webhook", "SecretToken", "{{resolve:secretsmanager:hook}}", ""},
		{"AWS::CodePipeline::Webhook", "SecretToken", "", ""},
		{"aws_codepipeline_webhook", "secret_token", "short", "a secret"},
		{"aws_instance", "secret_token", "short", ""},
		{"aws_instance", "password", "short", "a password"},
	} {
		if got := Of(test.typ, test.name, test.value); got != test.want {
			t.Errorf("Of(%q, %q, %q) is %q, want %q", test.typ, test.name, test.value, got, test.want)
		}
	}
}

// The properties are found by halving the table.
func TestPropertiesAreSorted(t *testing.T) {
	for i := 1; i < len(properties); i++ {
		if before, name := properties[i-1].name, properties[i].name; before >= name {
			t.Errorf("%q stands behind %q", name, before)
		}
	}
}

func TestCredentialsInJSON(t *testing.T) {
	text := `{"user": "app", "password": "correct-horse", "api": {"api_key": "q8Zk2mP5xW9dR4tV7nB1"}, "port": 5432}`
	want := []credential{{"a secret", "api.api_key"}, {"a password", "password"}}
	if got := inJSON(text); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	for _, other := range []string{"", "correct-horse", `{"password": `, `["correct-horse"]`} {
		if got := inJSON(other); got != nil {
			t.Errorf("%q has %v", other, got)
		}
	}
}

func TestHeld(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"password", "correct-horse", true},
		{"container_definitions", `[{"environment": [{"name": "DB_PASSWORD", "value": "correct-horse"}]}]`, true},
		{"secret_string", `{"password": "correct-horse"}`, true},
		{"container_definitions", `[{"environment": [{"name": "STAGE", "value": "production"}]}]`, false},
		{"policy", `{"Statement": []}`, false},
		{"policy", `{"password": `, false},
		{"description", "of a password", false},
	} {
		if got := Held(test.name, test.text); got != test.want {
			t.Errorf("Held(%q, %q) is %t", test.name, test.text, got)
		}
	}
}

// What spares most texts a search must let through all that is searched for.
func TestNothingIsSparedTheSearch(t *testing.T) {
	for _, f := range forms {
		if !mayBegin(f.prefix[0], f.prefix[1]) {
			t.Errorf("%s would not be looked for", f.prefix)
		}
	}
	for _, word := range slices.Concat(passwords[:], secrets[:]) {
		if !mayEnd(word) {
			t.Errorf("%s would not be looked for", word)
		}
	}
}
