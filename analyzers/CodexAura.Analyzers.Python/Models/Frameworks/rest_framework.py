import rest_framework.generics as generics
import rest_framework.serializers as serializers
import rest_framework.viewsets as viewsets
