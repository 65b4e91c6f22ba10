from rest_framework.routers import SimpleRouter

from regie.cijfers.api import KerncijfersViewSet

router = SimpleRouter()
router.register("kerncijfers", KerncijfersViewSet, basename="kerncijfers")
