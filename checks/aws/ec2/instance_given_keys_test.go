package ec2

import "testing"

func TestKeyGiven(t *testing.T) {
	for script, want := range map[string]string{
		"export AWS_ACCESS_KEY_ID=the-id":                          "AWS_ACCESS_KEY_ID",
		"aws_access_key_id = \"the-id\"":                           "AWS_ACCESS_KEY_ID",
		"aws configure set aws_secret_access_key the-key":          "AWS_SECRET_ACCESS_KEY",
		"export AWS_ACCESS_KEY_ID=\nAWS_SECRET_ACCESS_KEY='a-key'": "AWS_SECRET_ACCESS_KEY",
		"export AWS_ACCESS_KEY_ID=$(./exchange id)":                "",
		"export AWS_ACCESS_KEY_ID=\"$ID\"":                         "",
		"export AWS_ACCESS_KEY_ID=; ./work":                        "",
		"# wants AWS_ACCESS_KEY_ID to be there":                    "",
		"":                                                         "",
	} {
		if got := keyGiven(script); got != want {
			t.Errorf("in %q there is %q, not %q", script, got, want)
		}
	}
}

func TestIsKeyFile(t *testing.T) {
	for path, want := range map[string]bool{
		"~/.aws/credentials": true, "/home/app/.aws": true, "/srv/app/.aws/": true, "/etc/app/credentials": false, "~/.awsome": false, "": false,
	} {
		if got := isKeyFile(path); got != want {
			t.Errorf("%q: %v", path, got)
		}
	}
}
