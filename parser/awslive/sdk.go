//go:build aws

package awslive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/logging"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// Open finds credentials as every tool for AWS does, and asks whose they are.
func Open(ctx context.Context, login Login) (*Account, string, error) {
	options := []func(*config.LoadOptions) error{config.WithLogger(logging.Nop{})} // what is wrong is told by the error
	if login.Profile != "" {
		options = append(options, config.WithSharedConfigProfile(login.Profile))
	}
	if login.Region != "" {
		options = append(options, config.WithRegion(login.Region))
	}
	cfg, err := config.LoadDefaultConfig(ctx, options...)
	var noProfile config.SharedConfigProfileNotExistError
	switch {
	case errors.As(err, &noProfile):
		return nil, "", fmt.Errorf("there is no profile %q", noProfile.Profile)
	case err != nil:
		return nil, "", err
	}
	if cfg.Region == "" {
		cfg.Region = "us-east-1"
	}
	a := account(cfg, cfg.Credentials)
	if _, err := cfg.Credentials.Retrieve(ctx); err != nil {
		return nil, "", fmt.Errorf("found no credentials: %w", innermost(err))
	}
	arn, err := a.Who(ctx)
	return a, arn, err
}

// assumed is another account, by a role in it.
func (a *Account) assumed(cfg aws.Config, id string, role Role) *Account {
	arn := role.Name
	if !strings.HasPrefix(arn, "arn:") {
		arn = fmt.Sprintf("arn:%s:iam::%s:role/%s", a.Partition, id, role.Name)
	}
	provider := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), arn, func(o *stscreds.AssumeRoleOptions) {
		o.RoleSessionName = "lintel"
		if role.ExternalID != "" {
			o.ExternalID = &role.ExternalID
		}
	})
	other := account(cfg, aws.NewCredentialsCache(provider))
	other.ID, other.Partition = id, a.Partition
	return other
}

func account(cfg aws.Config, credentials aws.CredentialsProvider) *Account {
	signer := v4.NewSigner()
	a := &Account{Partition: vocabulary.PartitionOf(cfg.Region).Name, Region: cfg.Region, HTTP: client()}
	configured(a, cfg.ConfigSources)
	a.assume = func(id string, role Role) *Account { return a.assumed(cfg, id, role) }
	if cfg.BaseEndpoint != nil {
		a.Endpoint = strings.TrimSuffix(*cfg.BaseEndpoint, "/")
	}
	a.Sign = func(ctx context.Context, r *http.Request, body []byte, service, region string) error {
		key, err := credentials.Retrieve(ctx)
		if err != nil {
			return innermost(err)
		}
		sum := sha256.Sum256(body)
		hash := hex.EncodeToString(sum[:])
		if service == "s3" {
			r.Header.Set("X-Amz-Content-Sha256", hash)
		}
		return signer.SignHTTP(ctx, key, r, hash, service, region, time.Now(), func(o *v4.SignerOptions) {
			o.DisableURIPathEscaping = service == "s3"
		})
	}
	return a
}

// configured gives an account the endpoints that variables and files ask for.
func configured(a *Account, sources []any) {
	ctx := context.Background()
	fips := setting(sources, func(s interface {
		GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error)
	}) (aws.FIPSEndpointState, bool, error) {
		return s.GetUseFIPSEndpoint(ctx)
	})
	dual := setting(sources, func(s interface {
		GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error)
	}) (aws.DualStackEndpointState, bool, error) {
		return s.GetUseDualStackEndpoint(ctx)
	})
	a.FIPS, a.DualStack = fips == aws.FIPSEndpointStateEnabled, dual == aws.DualStackEndpointStateEnabled
	ignored := setting(sources, func(s interface {
		GetIgnoreConfiguredEndpoints(context.Context) (bool, bool, error)
	}) (bool, bool, error) {
		return s.GetIgnoreConfiguredEndpoints(ctx)
	})
	if ignored {
		return
	}
	a.EndpointOf = func(service string) string {
		own := setting(sources, func(s interface {
			GetServiceBaseEndpoint(context.Context, string) (string, bool, error)
		}) (string, bool, error) {
			return s.GetServiceBaseEndpoint(ctx, service)
		})
		return strings.TrimSuffix(own, "/")
	}
}

// setting is what the first source says that says anything.
func setting[Source, T any](sources []any, ask func(Source) (T, bool, error)) T {
	var none T
	for _, s := range sources {
		if from, ok := s.(Source); ok {
			if v, said, err := ask(from); said && err == nil {
				return v
			}
		}
	}
	return none
}

// innermost is what an error of the SDK comes down to, without the names of its layers.
func innermost(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// client waits for an answer as long as slow lists take.
// A redirect would take a signature to where it was not made for.
func client() *http.Client {
	return &http.Client{
		Timeout:       2 * time.Minute,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
